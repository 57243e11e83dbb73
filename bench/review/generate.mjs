// A ledger as large as one wants, written through the store as a crawl would, the same for the same seed.
import path from "node:path";

const dist = path.join(import.meta.dirname, "../../dist");
const { articleId, composeText } = await import(path.join(dist, "model/article.js"));
const { eventTypes } = await import(path.join(dist, "model/extraction.js"));
const { standings } = await import(path.join(dist, "model/ledger.js"));
const { urgencyOf } = await import(path.join(dist, "model/inbox.js"));

/** Mulberry32. */
export function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const latin = ["ka", "li", "no", "ra", "ve", "sta", "mi", "du", "to", "bel", "gor", "zha", "fen", "lu", "pri", "os"];
const cyrillic = ["ка", "ли", "но", "ра", "ве", "ста", "ми", "ду", "то", "бел", "гор", "жа", "фен", "лу", "при", "ос"];
const capital = (word) => word[0].toUpperCase() + word.slice(1);
/** A name of its own for each number below a million. */
export function nameOf(number, script = latin) {
  const part = (at) => script[Math.floor(number / 16 ** at) % 16];
  return `${capital(part(0) + part(1))} ${capital(part(2) + part(3) + part(4))}`;
}
export const nameInCyrillic = (number) => nameOf(number, cyrillic);
const party = (number) => ({ id: `bench-${number}`, name: nameOf(number) });

export const langs = ["en", "ru", "be", "es"];
export const countries = ["BY", "RU", "IR", "CN", "TR", "VE", "EG", "MM", "AZ", "GB"];
export const sources = Array.from({ length: 137 }, (_, index) => ({
  id: `s${index}`,
  name: `Outlet ${index}`,
  countries: [countries[index % countries.length]],
}));
const places = ["Minsk", "Homel", "Tehran", "Istanbul", "Caracas", "Cairo", null, null];
const firstDay = Date.UTC(2016, 0, 1);
const days = 3650;
export const lastDay = new Date(firstDay + (days - 1) * 86_400_000).toISOString().slice(0, 10);

/** How articles name somebody: a few very often, most seldom. */
const personOf = (random, persons) => Math.floor(persons * random() ** 2);

const perBlock = 500;

/**
 * @param options `events`, `articles`, `persons`: how many; `seed`
 * @param say told of the progress
 */
export async function generate(store, { events, articles, persons, seed }, say) {
  const random = randomOf(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const dayOf = () => new Date(firstDay + Math.floor(random() * days) * 86_400_000).toISOString().slice(0, 10);
  const vocabulary = Array.from({ length: 20_000 }, (_, at) => nameOf(at * 7).toLowerCase().split(" ").join(""));
  const words = (count) => Array.from({ length: count }, () => vocabulary[Math.floor(vocabulary.length * random() ** 4)]);
  const ids = [];

  for (let at = 0; at < articles; at++) {
    const url = `https://bench.example/${at}`;
    const [day, source, lang] = [dayOf(), pick(sources), pick(langs)];
    const named = [personOf(random, persons), persons <= articles ? at % persons : personOf(random, persons)];
    const write = lang === "ru" || lang === "be" ? nameInCyrillic : nameOf;
    const title = `${write(named[0])} ${words(6).join(" ")}`;
    const text = [words(25), words(30), words(35)].map((some) => `${some.join(" ")} ${write(named[1])}.`);
    const article = {
      id: articleId(url), url, sourceId: source.id, sourceName: source.name, captureHash: null, title, authors: [],
      published: `${day}T09:00:00Z`, modified: null, lang, section: null, leadImage: null,
      ...composeText(title, text.map((one) => ({ text: one, zone: "body" }))),
    };
    const when = `${day}T10:00:00.000Z`;
    await store.articles.discover([
      { url, sourceId: source.id, endpointUrl: null, discoveredAt: when, hint: { title: null, published: article.published }, priority: 5 },
    ]);
    await store.articles.advance(article.id, { stage: "resolved", at: when, article });
    await store.persons.noteMentions(
      article.id,
      [...new Set(named)].map((number) => ({
        ...party(number), names: [nameInCyrillic(number)], curated: number % 100 === 0, role: pick(["detainee", "activist", "relative"]),
      })),
    );
    ids.push({ id: article.id, day, lang, sourceId: source.id });
    if ((at + 1) % 10_000 === 0) say(`${at + 1} articles`);
  }

  for (let from = 0; from < events; from += perBlock) {
    const blockKey = `bench ${from}`;
    const made = Array.from({ length: Math.min(perBlock, events - from) }, (_, offset) =>
      madeEvent(from + offset, blockKey, { random, pick, article: ids[(from + offset) % ids.length], persons }),
    );
    const byArticle = groupBy(made);
    for (const [of, some] of byArticle)
      await store.claims.replaceInBlock(of, blockKey, some.map(({ claim }) => claim));
    await store.events.replaceBlock(blockKey, made.map(({ event }) => event), { before: [] });
    for (const { item } of made) await store.review.inbox.put(item);
    if ((from / perBlock) % 40 === 39) say(`${from + perBlock} events`);
  }
}

function groupBy(made) {
  const groups = new Map();
  for (const one of made) groups.set(one.claim.articleId, [...(groups.get(one.claim.articleId) ?? []), one]);
  return groups;
}

function madeEvent(number, blockKey, { random, pick, article, persons }) {
  const id = `e${number}`;
  const type = pick(eventTypes);
  const subjects = [party(personOf(random, persons))];
  const date = random() < 0.7 ? article.day : null;
  const others = random() < 0.2 ? [pick(sources).id] : [];
  const sourceIds = [...new Set([article.sourceId, ...others])];
  const told = { type, subjects, group: null, agents: [], recipients: [], date, place: pick(places), term: null, charge: null, assertion: random() < 0.93 ? "asserted" : "negated" };
  const claim = {
    id: `c${number}`, articleId: article.id, extractionId: "bench", sourceId: article.sourceId, originId: article.id,
    published: `${article.day}T09:00:00Z`, lang: article.lang, ...told, attributedTo: [], evidence: { start: 0, end: 20 },
    quote: "bench", ruleId: "bench", confidence: { value: 0.5 + random() / 2, parts: { rule: 0.9 } },
  };
  const event = {
    id, blockKey, ...told, standing: random() < 0.7 ? "claimed" : pick(standings), claimIds: [claim.id], sourceIds,
    originIds: [article.id], basis: [], confirmedBy: [], deniedBy: [], dates: [], counts: [], decisionIds: [],
    firstPublished: claim.published, lastPublished: claim.published,
  };
  const item = {
    eventId: id, state: random() < 0.8 ? "open" : "done", urgency: urgencyOf(event), since: `${article.day}T10:00:00.000Z`,
    assignee: random() < 0.01 ? "ada" : null, type, standing: event.standing, assertion: event.assertion,
    confidence: claim.confidence.value, langs: [article.lang], sourceIds,
    countries: [...new Set(sourceIds.map((source) => countries[Number(source.slice(1)) % countries.length]))].toSorted(),
    personIds: subjects.map((one) => one.id), decided: null, changedSince: false,
  };
  return { event, claim, item };
}
