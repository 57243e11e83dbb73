import { type Article, articleId, composeText } from "../../model/article.ts";
import type { ExtractedEvent, Extraction } from "../../model/extraction.ts";
import type { GoldArticle, GoldClaim, Story, StoryOutlet } from "./story.ts";

export const urlOf = (story: Story, index: number): string => `https://stories.example/${story.id}/${index}`;

export function articleOf(story: Story, index: number, outlets: ReadonlyMap<string, StoryOutlet>): Article {
  const gold = at(story, index);
  const outlet = outlets.get(gold.src);
  if (outlet === undefined) throw new Error(`${story.id}: no outlet ${gold.src}`);
  const url = urlOf(story, index);
  return {
    id: articleId(url),
    url,
    sourceId: outlet.id,
    sourceName: outlet.name,
    captureHash: null,
    title: gold.title,
    authors: [],
    published: gold.at,
    modified: null,
    lang: outlet.lang,
    section: null,
    leadImage: null,
    ...composeText(gold.title, [{ text: gold.text, zone: "body" }]),
  };
}

function at(story: Story, index: number): GoldArticle {
  const gold = story.articles[index];
  if (gold === undefined) throw new Error(`${story.id} has no article ${index}`);
  return gold;
}

const confidence = { value: 1, parts: {} };

/**
 * What a faultless extractor would find in an article.
 *
 * @param identity "told": persons by the form that the article uses, so that the ledger has to find out who is who;
 *   "known": under one name for each, so that events are measured apart from identity
 */
export function extractionOf(
  story: Story,
  index: number,
  article: Article,
  identity: "told" | "known" = "told",
): Extraction {
  const gold = at(story, index);
  const nameOf = (key: string): string => {
    const member = story.cast[key];
    const name = gold.people[key] ?? member?.name ?? article.sourceName;
    return name;
  };
  const cast = Object.entries(story.cast);
  const person = { aliases: [], mentions: [], ruleId: "gold", confidence, gazetteerId: null };
  return {
    id: `${article.id}_gold`,
    articleId: article.id,
    captureHash: null,
    extractorVersion: "gold",
    persons: cast.flatMap(([key, member]) => {
      const name = gold.people[key];
      return "role" in member && name !== undefined
        ? [{ ...person, name, canonical: identity === "told" ? name : member.name, role: member.role }]
        : [];
    }),
    actors: cast.flatMap(([, member]) =>
      "class" in member ? [{ ...person, name: member.name, class: member.class }] : [],
    ),
    relations: [],
    conditions: [],
    events: gold.claims.map((claim) => eventOf(claim, article, nameOf)),
  };
}

export function evidenceOf(claim: GoldClaim, article: Article): { start: number; end: number } {
  const start = article.text.indexOf(claim.say);
  if (start < 0) throw new Error(`${article.url} does not say "${claim.say}"`);
  return { start, end: start + claim.say.length };
}

function eventOf(claim: GoldClaim, article: Article, nameOf: (key: string) => string): ExtractedEvent {
  const evidence = evidenceOf(claim, article);
  const [, count, label] = claim.n?.match(/^(\d+)? ?(.*)$/) ?? [];
  return {
    type: claim.t,
    subjects: claim.who.map(nameOf),
    group:
      claim.n === undefined
        ? null
        : { count: count === undefined ? null : Number(count), label: label ?? "" },
    agents: claim.by.map(nameOf),
    recipients: claim.to.map(nameOf),
    date: claim.on ?? null,
    place: claim.place ?? null,
    term: claim.term ?? null,
    charge: claim.charge ?? null,
    assertion: claim.as,
    cues: [],
    attributedTo: claim.via.map(nameOf),
    trigger: evidence,
    evidence,
    ruleId: "gold",
    confidence,
  };
}
