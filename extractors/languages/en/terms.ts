import nlp from "compromise/two";

/** The part of compromise's term that is read here. */
interface Term {
  pre: string;
  text: string;
  post: string;
  normal?: string;
  tags: Set<string>;
}

interface View {
  docs: Term[][];
  world: World;
}

/** The part of compromise's world that is used here; its types leave it out. */
interface World {
  model: object;
  methods: {
    one: {
      tokenize: {
        splitSentences: (text: string, world: World) => string[];
        splitTerms: (text: string, model: object) => string[];
        splitWhitespace: (text: string, model: object) => Term;
      };
    };
  };
  compute: { normal: (view: View) => void };
}

const maxCachedTerms = 20_000;

/**
 * Lets compromise read every different word only once: how it is cut from its marks and written in plain letters
 * follows from the word alone, and the pipeline asks for it twice a word.
 */
function rememberTerms(world: World): void {
  const { splitSentences, splitTerms, splitWhitespace } = world.methods.one.tokenize;
  const { normal } = world.compute;
  const known = new Map<string, Omit<Term, "tags">>();
  const termOf = (text: string): Term => {
    let term = known.get(text);
    if (term === undefined) {
      const read = splitWhitespace(text, world.model);
      normal({ docs: [[read]], world });
      const { tags: _tags, ...rest } = read;
      if (known.size >= maxCachedTerms) known.clear();
      known.set(text, rest);
      term = rest;
    }
    return { ...term, tags: new Set() };
  };
  nlp.plugin({
    methods: {
      one: {
        tokenize: {
          ...world.methods.one.tokenize,
          fromString: (text: string) =>
            splitSentences(text, world).map((sentence) => splitTerms(sentence, world.model).map(termOf)),
        },
      },
    },
    compute: {
      normal: (view: View) => {
        for (const terms of view.docs)
          for (const term of terms) if (term.normal === undefined) normal({ docs: [[term]], world });
      },
    },
  });
}

rememberTerms((nlp as unknown as { world(): World }).world());

/** compromise's terms of a sentence by where they start in its text. */
export function termsByStart(text: string): { start: number; end: number; tags: Set<string> }[] {
  // The contextual tagger of compromise costs more than all else together and is weak on our names; the lexicon and
  // the word-shape tagger are enough for `disambiguate`.
  const view = nlp.tokenize(text).compute(["lexicon", "preTagger"]) as { document: Term[][] };
  const found: { start: number; end: number; tags: Set<string> }[] = [];
  let cursor = 0;
  for (const sentence of view.document) {
    for (const term of sentence) {
      if (term.text === "") continue;
      cursor += term.pre.length;
      if (!text.startsWith(term.text, cursor)) {
        const near = text.slice(cursor, cursor + 200).indexOf(term.text);
        if (near < 0) continue;
        cursor += near;
      }
      found.push({ start: cursor, end: cursor + term.text.length, tags: term.tags });
      cursor += term.text.length + term.post.length;
    }
  }
  return found;
}
