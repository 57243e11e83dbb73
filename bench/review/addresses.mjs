// The addresses that are measured, by what they are; every round asks for another one of its kind.
import { countries, langs, nameInCyrillic, nameOf, sources } from "./generate.mjs";

const of = (list) => (at) => list[at % list.length];
const source = of(sources.map(({ id }) => id));
const country = of(countries);
const lang = of(langs);
const type = of(["release", "arrest", "sentence", "transfer", "trial", "death_in_custody", "appeal", "statement"]);
const standing = of(["claimed", "corroborated", "confirmed", "disputed", "denied", "retracted"]);
const month = (at) => `${2017 + (at % 8)}-${String(1 + (at % 12)).padStart(2, "0")}`;
const query = (path, parameters) => `${path}?${new URLSearchParams(parameters)}`;

export function addresses({ persons, events }) {
  const some = (at) => (at * 7919) % persons;
  const rare = (at) => persons - 1 - ((at * 131) % Math.floor(persons / 2));
  return {
    "inbox": () => "/inbox",
    "inbox: type": (at) => query("/inbox", { type: type(at) }),
    "inbox: country": (at) => query("/inbox", { country: country(at) }),
    "inbox: source": (at) => query("/inbox", { source: source(at) }),
    "inbox: language and standing": (at) => query("/inbox", { lang: lang(at), standing: standing(at) }),
    "inbox: type, country, language": (at) => query("/inbox", { type: type(at), country: country(at), lang: lang(at) }),
    "inbox: confidence": (at) => query("/inbox", { confidence: 0.5 + (at % 50) / 100 }),
    "inbox: assigned": () => query("/inbox", { assignee: "ada" }),
    "inbox: done": () => query("/inbox", { state: "done" }),
    "events": () => "/events",
    "events: type": (at) => query("/events", { type: type(at) }),
    "events: type and told as": (at) => query("/events", { type: type(at), assertion: "negated" }),
    "events: source": (at) => query("/events", { source: source(at) }),
    "events: source and type": (at) => query("/events", { source: source(at), type: type(at) }),
    "events: month": (at) => query("/events", { from: month(at), to: month(at) }),
    "events: month and type": (at) => query("/events", { from: month(at), to: month(at), type: type(at) }),
    "events: person": (at) => query("/events", { person: `bench-${some(at)}` }),
    "event": (at) => `/events/e${(at * 7919) % events}`,
    "persons": () => "/persons",
    "persons: name": (at) => query("/persons", { text: nameOf(some(at)) }),
    "persons: beginning of a name": (at) => query("/persons", { text: nameOf(some(at)).slice(0, 3) }),
    "persons: known before": () => query("/persons", { known: "yes" }),
    "person: often named": (at) => `/persons/bench-${at % 5}`,
    "person: seldom named": (at) => `/persons/bench-${rare(at)}`,
    "search: name in another script": (at) => query("/search", { text: nameInCyrillic(some(at)) }),
    "search: exact script": (at) => query("/search", { text: nameOf(some(at)), script: "exact" }),
    "search: common word": (at) => query("/search", { text: type(at).replaceAll("_", " ") }),
    "search: all events": () => query("/search", { kind: "event" }),
    "search: type, country, language": (at) =>
      query("/search", { type: type(at), country: country(at), lang: lang(at) }),
    "search: source, standing, month": (at) =>
      query("/search", { source: source(at), standing: standing(at), from: month(at), to: month(at) }),
    "search: two common words in articles": (at) =>
      query("/search", { kind: "article", text: `${nameOf(7).toLowerCase().replace(" ", "")} ${nameOf(7 * (1 + (at % 40))).toLowerCase().replace(" ", "")}` }),
    "search: articles by language": (at) => query("/search", { kind: "article", lang: lang(at) }),
    "search: persons": (at) => query("/search", { kind: "person", text: nameInCyrillic(some(at)) }),
    "search: nothing there": (at) => query("/search", { text: `qqxz${at}` }),
    "overview: 30 days": () => query("/overview", { days: 30 }),
    "overview: 90 days": () => query("/overview", { days: 90 }),
    "overview: a year": () => query("/overview", { days: 365 }),
    "API: events": (at) => query("/api/v1/events", { type: type(at) }),
    "API: articles by text": (at) =>
      query("/api/v1/articles", { text: nameOf(7 * (1 + (at % 40))).toLowerCase().replace(" ", ""), limit: 20 }),
    "API: search": (at) => query("/api/v1/search", { text: nameOf(some(at)) }),
  };
}
