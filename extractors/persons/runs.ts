import type { NameLexicon } from "./lexicon.ts";
import type { Word } from "./words.ts";

/** A run of words that may be a person's name, its titles already taken off. Ranges are half-open word indices. */
export interface Run {
  first: number;
  last: number;
  /** First word of the titles before it; equals `first` when there are none. */
  titleFirst: number;
  /** Closest title that demands a person. */
  title: string | null;
}

export interface RunOptions {
  words: readonly Word[];
  lexicon: NameLexicon;
  /** Words that already belong to an organisation, a place or a law. */
  taken: (index: number) => boolean;
  /** Country names and demonyms, which may precede titles ("German Chancellor Olaf Scholz"). */
  national: (index: number) => boolean;
  /** Given names of the gazetteer or the language. */
  given: (fold: string) => boolean;
  /** Words with which the name of a known person begins. */
  known: (index: number) => boolean;
  /** Folded words that the document also writes in lower case. */
  lowered: ReadonlySet<string>;
}

const OPEN_NICK = /^ [“"‘'«(]$/u;
const CLOSE_NICK = /^[”"’'»)] $/u;

const isName = (word: Word | undefined): word is Word =>
  word !== undefined && (word.shape === "capital" || word.shape === "upper");

/** Whether two words stand in one name: a space, or the full stop of an initial or a title between them. */
function joined(before: Word, after: Word, lexicon: NameLexicon): boolean {
  if (before.possessive || after.gap === null) return false;
  if (after.gap === " ") return true;
  return (
    after.gap === ". " &&
    (before.text.length === 1 || lexicon.titleHeads.has(before.fold) || lexicon.titleWords.has(before.fold))
  );
}

/** Index after a nickname in quotation marks that stands at `at` inside a name, else null. */
function afterNickname(words: readonly Word[], at: number): number | null {
  const head = words[at];
  if (head?.gap === null || head === undefined || !OPEN_NICK.test(head.gap)) return null;
  for (let next = at + 1; next <= at + 2; next += 1) {
    const word = words[next];
    if (word === undefined || word.gap === null) return null;
    if (CLOSE_NICK.test(word.gap) && isName(word)) return next;
    if (word.gap !== " ") return null;
  }
  return null;
}

/** A word that opens a sentence with a capital only because it opens it. */
function merelyOpens(word: Word, options: RunOptions): boolean {
  const { lexicon, lowered } = options;
  if (word.gap !== null && !/[^\p{L}\p{N} ,]/u.test(word.gap)) return false;
  if (lexicon.particles.has(word.fold) && word.fold.length > 1) return false;
  return lexicon.isCommon(word.fold) || lexicon.articles.has(word.fold) || lowered.has(word.fold);
}

/** All runs of capitals of the document, left to right. */
export function findRuns(options: RunOptions): Run[] {
  const { words, lexicon, taken } = options;
  const runs: Run[] = [];
  for (let at = 0; at < words.length; ) {
    const head = words[at];
    if (!isName(head) || taken(at) || (merelyOpens(head, options) && !opensName(words, at, options))) {
      at += 1;
      continue;
    }
    let last = at + 1;
    for (;;) {
      const before = words[last - 1];
      const word = words[last];
      if (before === undefined || word === undefined || word.sentence !== head.sentence) break;
      if (isName(word) && !taken(last) && joined(before, word, lexicon)) {
        last += 1;
        continue;
      }
      const nick = before.possessive ? null : afterNickname(words, last);
      if (nick !== null && !taken(nick)) {
        last = nick + 1;
        continue;
      }
      const beyond = afterParticles(words, last, lexicon);
      if (beyond !== null && !before.possessive && !taken(beyond)) {
        last = beyond + 1;
        continue;
      }
      break;
    }
    const run = stripTitles(...withoutDates(at, last, words, lexicon), options);
    if (run.first < run.last) runs.push(run);
    at = last;
  }
  return runs;
}

/** "In March Pavel Levin", "Pavel Levin Monday": months and days at the ends of a run are no names. */
function withoutDates(
  from: number,
  to: number,
  words: readonly Word[],
  lexicon: NameLexicon,
): readonly [number, number] {
  const date = (at: number) => lexicon.calendar.has(words[at]?.fold ?? "");
  let first = from;
  let last = to;
  // "May Sabe Phyu": what opens a sentence may be a given name.
  if (words[from]?.gap !== null) while (last - first > 1 && date(first)) first += 1;
  while (last - first > 1 && date(last - 1)) last -= 1;
  return [first, last];
}

/** A sentence that opens with a common word which is nevertheless a given name or a title. */
function opensName(words: readonly Word[], at: number, { lexicon, given, known }: RunOptions): boolean {
  if (known(at)) return true;
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || !isName(next) || !joined(word, next, lexicon)) return false;
  if (lexicon.titleHeads.has(word.fold) || lexicon.titleWords.has(word.fold)) return true;
  const names = lexicon.nameSyllables.has(word.fold) || lexicon.familyFirst.has(word.fold);
  return (names || given(word.fold)) && !lexicon.isCommon(next.fold);
}

function afterParticles(words: readonly Word[], at: number, lexicon: NameLexicon): number | null {
  for (let next = at; next < at + 2; next += 1) {
    const word = words[next];
    if (word === undefined || word.gap !== " " || word.shape !== "lower" || !lexicon.particles.has(word.fold))
      return null;
    const after = words[next + 1];
    if (isName(after) && after.gap === " ") return next + 1;
  }
  return null;
}

function stripTitles(from: number, last: number, { words, lexicon, national }: RunOptions): Run {
  let first = from;
  let title: string | null = null;
  for (; first < last; first += 1) {
    const word = words[first];
    if (word === undefined) break;
    const head = lexicon.titleHeads.has(word.fold);
    if (!head && !lexicon.titleWords.has(word.fold) && !national(first)) break;
    if (word.possessive) break;
    if (head) title = word.fold;
  }
  // A given name that is also a title or a nation stays when nothing would be left but a surname: Israel Vallarta.
  if (first > from && first === last - 1 && title === null) {
    const before = words[first - 1];
    if (before !== undefined && !lexicon.titleWords.has(before.fold) && !national(first)) {
      return { first: first - 1, last, titleFirst: from, title };
    }
  }
  return { first, last, titleFirst: title === null ? first : from, title };
}
