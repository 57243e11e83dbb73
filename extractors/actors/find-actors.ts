import type { MentionForm } from "../entities.ts";
import type { Hit } from "../persons/gazetteer-index.ts";
import { isAffiliation } from "./affiliation.ts";
import { noteBodies, officeAfter } from "./bodies.ts";
import type { ActorDraft, FindActorsOptions, Note } from "./draft.ts";
import type { Organisation } from "./organisations.ts";
import { dealtWith, doneBy, verbFollows } from "./states.ts";
import { noteTold } from "./told.ts";

/** Organisations, bodies and states that act, speak or are acted upon in the document. */
export function findActors(options: FindActorsOptions): ActorDraft[] {
  const drafts = new Map<string, ActorDraft>();
  const { document, words, organisations } = options;
  const slice = (first: number, last: number) =>
    document.text.slice(words[first]?.start, words[last - 1]?.end).replace(/\s+/gu, " ");
  const note = (
    id: string,
    span: { first: number; last: number },
    made: Omit<ActorDraft, "key" | "forms" | "seen" | "mentions">,
    form: MentionForm,
    acting: boolean,
  ): ActorDraft => {
    const draft = drafts.get(id) ?? {
      ...made,
      key: `a:${id}`,
      forms: new Set<string>(),
      seen: [],
      mentions: [],
    };
    draft.seen.push(span);
    drafts.set(id, draft);
    const text = slice(span.first, span.last);
    draft.forms.add(text);
    if (draft.class !== "state" && form !== "alias" && text.length > draft.name.length) draft.name = text;
    if (acting) {
      const possessive = words[span.last - 1]?.possessive ?? false;
      draft.mentions.push({ ...span, form, keys: [draft.key], possessive });
    }
    return draft;
  };

  const covered = new Set<number>();
  for (const organisation of organisations) {
    for (let at = organisation.first; at < (organisation.acronym?.last ?? organisation.last); at += 1)
      covered.add(at);
  }
  for (const hit of acceptHits(options)) {
    const { known, first, last } = hit;
    if (known.kind === "actor") {
      if (known.actor.class === "igo" && officeAfter(last, options) !== null) continue;
      if (insideAnother(hit, organisations) || isOffice(hit, options)) continue;
      const acronym = last - first === 1 && words[first]?.shape === "upper";
      const span = { first: withNation(first, options), last };
      note(
        known.id,
        span,
        {
          name: slice(span.first, last),
          class: known.actor.class,
          gazetteerId: known.id,
          ruleId: "actor.gazetteer",
          country: known.actor.country,
        },
        acronym ? "alias" : "full",
        !isAffiliation(first, last, known.actor.class, options),
      );
    } else if (known.kind === "country" && !covered.has(first)) {
      noteCountry(hit, options, note);
    }
  }
  const known = new Set(
    [...drafts.values()].flatMap(({ seen }) => seen.flatMap(({ first, last }) => range(first, last))),
  );
  for (const organisation of organisations) {
    const own = range(organisation.first, organisation.last);
    if (organisation.class === null || own.some((at) => known.has(at))) continue;
    noteOrganisation(organisation, options, note);
  }
  noteTold(options, drafts, note);
  noteBodies(options, drafts, note);
  noteAcronyms(drafts, options);
  return [...drafts.values()].filter((draft) => draft.mentions.length > 0);
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first }, (_, at) => first + at);

/** Hits of forms that need company count when their full name, their country or another sign of them is there. */
function acceptHits({ hits }: FindActorsOptions): Hit[] {
  const plain = new Set<string>();
  const countries = new Set<string>();
  for (const { known, needsContext } of hits) {
    if (known.kind === "country") countries.add(known.id);
    else if (known.kind === "actor" && !needsContext) plain.add(known.id);
    else if (known.kind === "facility") countries.add(known.facility.country);
    else if (known.kind === "person" && known.entry?.heldIn != null) countries.add(known.entry.heldIn);
  }
  return hits.filter(({ known, needsContext, first, last }) => {
    if (known.kind !== "actor" || !needsContext) return true;
    if (plain.has(known.id)) return true;
    if (known.actor.class === "media" && last - first > 1) return true;
    return known.actor.country === null
      ? countries.size + plain.size > 0
      : countries.has(known.actor.country);
  });
}

/** "President of Belarus", "Special Rapporteur on Russia": an office, which only its holder fills. */
function isOffice({ first, last }: Hit, { words, names, actors }: FindActorsOptions): boolean {
  return words
    .slice(first, last)
    .some(
      ({ fold }) =>
        names.titleHeads.has(fold) &&
        names.titleHeads.get(fold)?.role === "official" &&
        !actors.ranks.has(fold),
    );
}

/** "US State Department": the nation before the name belongs to it. */
function withNation(first: number, { words, hits, names }: FindActorsOptions): number {
  const word = words[first];
  if (word?.gap !== " ") return first;
  const article = words[first - 1];
  // "The Wall Street Journal": the article is part of a name when it keeps its capital inside a sentence.
  if (
    article !== undefined &&
    article.gap !== null &&
    article.shape === "capital" &&
    names.definiteArticles.has(article.fold)
  )
    return first - 1;
  const nation = hits.find((hit) => hit.last === first && hit.known.kind === "country");
  const tail = words[first - 1];
  return nation === undefined || tail?.possessive === true || nation.last - nation.first > 1
    ? first
    : nation.first;
}

function insideAnother(hit: Hit, organisations: readonly Organisation[]): boolean {
  return organisations.some(
    ({ first, last }) => first <= hit.first && hit.last <= last && last - first > hit.last - hit.first,
  );
}

/** A country is an actor when it acts, speaks or is dealt with; else it is a place, whose name may still serve. */
function noteCountry(hit: Hit, options: FindActorsOptions, note: Note): void {
  const { words, names, actors, person } = options;
  const { known, first, last } = hit;
  if (known.kind !== "country") return;
  const made = {
    name: known.country.name,
    class: "state" as const,
    gazetteerId: `country:${known.id}`,
    ruleId: "actor.state",
    country: known.id,
  };
  const after = words[last];
  const tail = words[last - 1];
  const governed = after?.gap === " " && actors.governments.has(after.fold) && after.shape === "lower";
  if (
    governed &&
    !(known.as !== "demonym" && tail?.possessive === false && !actors.governments.has(after.fold))
  ) {
    const before = words[first - 1];
    const joint = before !== undefined && names.andWords.has(before.fold);
    const acting =
      verbFollows(last + 1, options) || dealtWith(first, options) || joint || !placed(first, options);
    note(
      `country:${known.id}`,
      { first, last: last + 1 },
      { ...made, ruleId: "actor.government" },
      "full",
      acting,
    );
    return;
  }
  if (known.as === "demonym") return;
  const dateline =
    words[first]?.shape === "upper" && words[first]?.text.length !== 2 && words[first]?.gap === null;
  const titled =
    after?.gap === " " &&
    (names.titleHeads.has(after.fold) || names.titleWords.has(after.fold) || person(last));
  if (dateline || titled || tail?.possessive === true || tail === undefined) {
    const acting = tail?.possessive === true && !dateline && doneBy(last, options);
    note(`country:${known.id}`, hit, made, known.as === "metonym" ? "alias" : "full", acting);
    return;
  }
  const acting = placed(first, options)
    ? dealtWith(first, options) || isSeat(hit, options)
    : (verbFollows(last, options) && !isStative(last, options)) || dealtWith(first, options);
  note(`country:${known.id}`, hit, made, known.as === "metonym" ? "alias" : "full", acting);
}

/** "Georgia has no political prisoners", "Belarus is a country": told of the country, done by nobody. */
function isStative(at: number, { words, names, document }: FindActorsOptions): boolean {
  const verb = words[at];
  const next = words[at + 1];
  if (verb === undefined || !names.auxiliaries.has(verb.fold) || next === undefined || next.gap !== " ")
    return false;
  const tags = document.tokens[next.token]?.tags;
  return tags !== undefined && !tags.has("Verb") && !tags.has("Adverb") && !tags.has("Negative");
}

/** "the government in Managua has replied": what governs acts, the place says which. */
function isSeat({ first, last }: Hit, options: FindActorsOptions): boolean {
  const { words, names, actors } = options;
  const at = names.articles.has(words[first - 1]?.fold ?? "") ? first - 2 : first - 1;
  const governs = actors.governments.has(words[at - 1]?.fold ?? "") && words[at]?.gap === " ";
  return governs && (verbFollows(last, options) || dealtWith(at - 1, options));
}

function placed(first: number, { words, names, actors }: FindActorsOptions): boolean {
  const here = words[first];
  const before = words[first - 1];
  if (before === undefined || here?.gap == null) return false;
  const back = names.articles.has(before.fold) ? words[first - 2] : before;
  if (back === undefined || back.sentence !== here.sentence || !here.gap.startsWith(" ")) {
    // "Rasht, Iran": after a comma and another place.
    return here.gap === ", " && before.shape !== "lower" && words[first + 1]?.gap?.startsWith(",") === true;
  }
  return (
    names.placePrepositions.has(back.fold) ||
    actors.statePlaces.has(back.fold) ||
    (here.gap === ", " && before.shape !== "lower")
  );
}

function noteOrganisation(organisation: Organisation, options: FindActorsOptions, note: Note): void {
  const { words } = options;
  const { last, acronym } = organisation;
  const first = organisation.class === "media" ? withNation(organisation.first, options) : organisation.first;
  const id = `name:${words
    .slice(first, last)
    .map((word) => word.fold)
    .join(" ")}`;
  const draft = note(
    id,
    { first, last },
    {
      name: options.document.text.slice(words[first]?.start, words[last - 1]?.end).replace(/\s+/gu, " "),
      class: organisation.class ?? "ngo",
      gazetteerId: null,
      ruleId: organisation.ruleId,
      country: null,
    },
    "full",
    !isAffiliation(first, acronym?.last ?? last, organisation.class ?? "ngo", options),
  );
  const short = acronym === null ? undefined : words[acronym.first];
  if (short !== undefined) draft.forms.add(short.text);
}

/** Later mentions of an organisation by its acronym or by its name without the first words. */
function noteAcronyms(drafts: ReadonlyMap<string, ActorDraft>, options: FindActorsOptions): void {
  const { words } = options;
  const byForm = new Map<string, ActorDraft>();
  for (const draft of drafts.values()) {
    for (const form of draft.forms) if (!form.includes(" ")) byForm.set(form, draft);
  }
  const seen = new Set([...drafts.values()].flatMap((draft) => draft.mentions.map(({ first }) => first)));
  for (const word of words) {
    const draft = byForm.get(word.text);
    if (draft === undefined || draft.class === "state" || seen.has(word.index) || options.person(word.index))
      continue;
    if (draft.class === "igo" && officeAfter(word.index + 1, options) !== null) continue;
    if (isAffiliation(word.index, word.index + 1, draft.class, options)) continue;
    draft.mentions.push({
      first: word.index,
      last: word.index + 1,
      form: "alias",
      keys: [draft.key],
      possessive: word.possessive,
    });
  }
}
