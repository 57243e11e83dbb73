/** Function words of English with the tags that they always carry; they override the tagger. */
const classes: readonly (readonly [tags: string, words: string])[] = [
  [
    "Determiner",
    "the a an this these those each every no any some such both either neither another various several what whichever",
  ],
  ["Determiner Quantifier", "all many most more few fewer less much enough half"],
  [
    "Noun Pronoun",
    "i you he she it we they me him us them himself herself itself themselves ourselves myself yourself one's nobody everybody somebody anybody nothing everything something anything everyone someone anyone none",
  ],
  ["Noun Pronoun Possessive", "my your its our their his her"],
  ["Particle", "out up down"],
  ["Noun Plural", "others"],
  ["Noun Pronoun", "hers theirs ours mine yours"],
  ["Pronoun Possessive RelativePossessive", "whose"],
  ["Pronoun Relative QuestionWord", "who whom which"],
  ["QuestionWord", "how why where when"],
  [
    "Preposition",
    "of in on at by for from with without within into onto about against among amongst amid amidst between through throughout during despite behind beyond beside besides under over above below across along around near inside outside toward towards upon via per till off versus like unlike following pending ahead aboard alongside except regarding concerning including according",
  ],
  ["Preposition Conjunction", "after before since until as than"],
  ["Conjunction Coordinator", "and or but nor"],
  [
    "Conjunction Subordinator",
    "if unless because although though while whereas whether lest whenever wherever once",
  ],
  ["To", "to"],
  [
    "Verb Auxiliary Modal",
    "will would can could may might shall should must ought 'll ’ll 'd ’d wo ca cannot",
  ],
  ["Verb Auxiliary Copula PresentTense", "is are am 're ’re 'm ’m"],
  ["Verb Auxiliary Copula PastTense", "was were"],
  ["Verb Auxiliary Copula Infinitive", "be"],
  ["Verb Auxiliary Copula Participle", "been"],
  ["Verb Auxiliary Copula Gerund", "being"],
  ["Verb Auxiliary Have PresentTense", "has have 've ’ve"],
  ["Verb Auxiliary Have PastTense", "had"],
  ["Verb Auxiliary Have Gerund", "having"],
  ["Verb Auxiliary Do PresentTense", "do does"],
  ["Verb Auxiliary Do PastTense", "did"],
  ["Negative Adverb", "not n't n’t never"],
  [
    "Adverb",
    "also already still yet again now then later earlier soon recently finally reportedly allegedly apparently even only just there here too instead together ago away back first once twice repeatedly immediately initially eventually previously formerly currently formally officially publicly personally separately quickly quietly ever almost nearly perhaps maybe however meanwhile therefore thus today yesterday tomorrow tonight abroad home shortly long very so well far overnight further",
  ],
];

export const closedClass: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  classes.flatMap(([tags, words]) =>
    words.split(" ").map((word) => [word, new Set(tags.split(" "))] as const),
  ),
);
