import type { AlertDeal, AlertLanguage, AlertRule } from "../model/alert.ts";
import type { Gazetteers } from "../model/gazetteer.ts";
import type { Source } from "../model/source.ts";
import type { EventState } from "../model/standing-change.ts";
import type { Store } from "../storage/store.ts";
import type { Target } from "./channels/index.ts";
import { createPlaceIndex, type PlaceIndex } from "./facts.ts";
import { createNamer, type SourceIndex } from "./gather.ts";

/** The rules with everything that they refer to. */
export interface AlertSetup {
  rules: readonly AlertRule[];
  /** Ids of the rules that stand in the file of alerts: they are changed there, not in the review app. */
  fileRules: ReadonlySet<string>;
  /** Ids of persons by the name of their list. */
  lists: Readonly<Record<string, readonly string[]>>;
  targets: ReadonlyMap<string, Target>;
  /** Ids of the targets of those who run Habeas. */
  operators: readonly string[];
  places: PlaceIndex;
  sources: SourceIndex;
  /** Ids of all persons of a rule, its lists resolved. */
  peopleOf: (rule: AlertRule) => ReadonlySet<string>;
  namesOf(store: Store, state: EventState | null, language: AlertLanguage): Promise<Record<string, string>>;
  /** The deal that an event is part of; null when it is of none. */
  dealOf: DealReader;
  /** Address of the review app, for links; null without one. */
  baseUrl: string | null;
}

export type DealReader = (store: Store, eventId: string) => Promise<AlertDeal | null>;

export interface SetupOptions {
  rules: readonly AlertRule[];
  /** Ids of those that stand in the file; none when absent. */
  fileRules?: readonly string[];
  targets: readonly Target[];
  operators: readonly string[];
  lists: Readonly<Record<string, readonly string[]>>;
  gazetteers: Gazetteers;
  sources: readonly Pick<Source, "id" | "name" | "tier">[];
  /** Nothing is part of a deal when absent. */
  dealOf?: DealReader;
  baseUrl: string | null;
}

/** Puts a setup together; build it once, its index of places is costly. */
export function createAlertSetup(options: SetupOptions): AlertSetup {
  // By the rule itself: one that is only tried out is not among those in force.
  const people = new WeakMap<AlertRule, ReadonlySet<string>>();
  const peopleOf = (rule: AlertRule) => {
    const known = people.get(rule);
    if (known !== undefined) return known;
    const { persons, lists } = rule.who;
    const found = new Set([...persons, ...lists.flatMap((name) => options.lists[name] ?? [])]);
    people.set(rule, found);
    return found;
  };
  return {
    rules: options.rules,
    fileRules: new Set(options.fileRules),
    lists: options.lists,
    operators: options.operators,
    targets: new Map(options.targets.map((target) => [target.id, target])),
    places: createPlaceIndex(options.gazetteers),
    sources: new Map(options.sources.map(({ id, name, tier }) => [id, { name, tier }])),
    peopleOf,
    namesOf: createNamer(options.gazetteers),
    dealOf: options.dealOf ?? (async () => null),
    baseUrl: options.baseUrl,
  };
}
