import type { EventType } from "../../model/extraction.ts";
import type { LedgerEvent } from "../../model/ledger.ts";
import type { Store } from "../../storage/store.ts";
import { dayRange } from "../date-range.ts";
import type { Link, LinkKind } from "./link.ts";

/** Pairs of events of one person that belong together: the first comes before the second, or on its day. */
const pairs: readonly {
  first: EventType;
  second: EventType;
  withinDays: number;
  kinds: [LinkKind, LinkKind];
}[] = [
  { first: "pardon", second: "release", withinDays: 60, kinds: ["pardon", "freed"] },
  { first: "pardon", second: "exchange", withinDays: 60, kinds: ["pardon", "freed"] },
  { first: "sentence", second: "sentence_extension", withinDays: Infinity, kinds: ["term", "extended"] },
];
/** Reports of a pardon may give a day after that of the release. */
const slackDays = 2;
const maxEvents = 300;

const dayOf = ({ date, firstPublished }: LedgerEvent): number | null => {
  const at = date ?? firstPublished;
  return at === null ? null : dayRange(at).first;
};

/** The pardon behind a release, the sentence behind its extension, and the other way round. */
export async function linksInSameCase(store: Pick<Store, "events">, event: LedgerEvent): Promise<Link[]> {
  const [subject] = event.subjects;
  const day = dayOf(event);
  const rules = pairs.filter(({ first, second }) => first === event.type || second === event.type);
  if (subject === undefined || day === null || rules.length === 0) return [];
  const { items } = await store.events.list({ personId: subject.id }, { limit: maxEvents });
  const own = items.filter(
    ({ subjects, assertion }) => assertion === "asserted" && subjects.some(({ id }) => id === subject.id),
  );
  return rules.flatMap(({ first, second, withinDays, kinds }): Link[] => {
    const isSecond = event.type === second;
    const wanted = isSecond ? first : second;
    const found = own.flatMap((other) => {
      const at = dayOf(other);
      if (other.type !== wanted || other.id === event.id || at === null) return [];
      const gap = isSecond ? day - at : at - day;
      return gap >= -slackDays && gap <= withinDays ? [{ other, gap }] : [];
    });
    // A release rests on the last pardon before it, an extension on the last sentence; a sentence may have several.
    const nearest = found.toSorted((a, b) => a.gap - b.gap || (a.other.id < b.other.id ? -1 : 1));
    const kept = isSecond || first === "pardon" ? nearest.slice(0, 1) : nearest;
    return kept.map(({ other, gap }) => ({
      kind: kinds[isSecond ? 0 : 1],
      event: other,
      reasons: [`both of ${subject.name}`, gap <= 0 ? "on the same day" : `${gap} days apart`],
    }));
  });
}
