import type { ArticleRecord } from "../../model/article.ts";
import type { EndpointState } from "../../model/endpoint-state.ts";
import type { Source } from "../../model/source.ts";
import { type LampName, lampNames, type SourceHealth, type SourceNotice } from "../../model/source-health.ts";
import { judgeDiscovery, judgeTransport } from "./endpoints.ts";
import { turnLamp, unlit, type Verdict, worst } from "./lamp.ts";
import { isLearned, judgeExtraction, judgePages, learnReadings, noReadings } from "./readings.ts";

export interface Evidence {
  source: Pick<Source, "id" | "name" | "endpoints">;
  /** null at the first evaluation. */
  before: SourceHealth | null;
  states: readonly EndpointState[];
  /** Latest articles of the source, in any order; those that were taken in before do no harm. */
  articles: readonly Pick<ArticleRecord, "outcome" | "article">[];
  /** Epoch milliseconds. */
  now: number;
}

/** The health of a source after one more look, with the notices that follow from what has changed. Pure. */
export function evaluateHealth({ source, before, states, articles, now }: Evidence): SourceHealth {
  const at = new Date(now).toISOString();
  const watched = new Set(source.endpoints.filter(({ enabled }) => enabled).map(({ url }) => url));
  const current = states.filter(({ url }) => watched.has(url));
  const lit = before?.lamps.extraction;
  const habit = before?.reading ?? noReadings;
  const isLit =
    lit !== undefined && (lit.pending !== null || lit.colour === "yellow" || lit.colour === "red");
  const reading = learnReadings(habit, articles, isLit && isLearned(habit));
  const endpoints = judgeTransport(current, now);
  const verdicts: Record<LampName, Verdict | null> = {
    transport: worst([endpoints, judgePages(reading)].filter((verdict) => verdict !== null)),
    discovery: judgeDiscovery(current, now),
    extraction: judgeExtraction(reading),
  };
  const lampsBefore = before?.lamps ?? { transport: unlit(at), discovery: unlit(at), extraction: unlit(at) };
  const lamps = {
    transport: turnLamp(lampsBefore.transport, verdicts.transport, at),
    discovery: turnLamp(lampsBefore.discovery, verdicts.discovery, at),
    extraction: turnLamp(lampsBefore.extraction, verdicts.extraction, at),
  };
  const changes = lampNames.flatMap((name) => lampNotice(name, lampsBefore[name], lamps[name], source, at));
  const facts = current.flatMap((state) => endpointFacts(state));
  const told = new Set(before?.told);
  const fresh = facts.filter(({ key }) => !told.has(key));
  return {
    sourceId: source.id,
    at,
    lamps,
    reading,
    // A fact that is no longer true may be told again when it comes back.
    told: facts.map(({ key }) => key),
    notices: [
      ...changes,
      ...fresh.map(({ key, kind, text }) => ({
        id: `${at} ${source.id} ${key}`,
        at,
        sourceId: source.id,
        kind,
        lamp: null,
        before: null,
        after: null,
        text: `${source.name}: ${text}`,
      })),
    ],
  };
}

function lampNotice(
  name: LampName,
  before: SourceHealth["lamps"][LampName],
  after: SourceHealth["lamps"][LampName],
  source: Evidence["source"],
  at: string,
): SourceNotice[] {
  if (before.colour === after.colour) return [];
  if (before.colour === "unknown" && after.colour === "green") return [];
  const kind = after.colour === "red" ? "dark" : after.colour === "yellow" ? "degraded" : "recovered";
  const text = kind === "recovered" ? `${name} is well again` : `${name}: ${after.reason}`;
  return [
    {
      id: `${at} ${source.id} ${name}`,
      at,
      sourceId: source.id,
      kind,
      lamp: name,
      before: before.colour,
      after: after.colour,
      text: `${source.name}: ${text}`,
    },
  ];
}

interface EndpointFact {
  key: string;
  kind: "moved" | "retired" | "proposed";
  text: string;
}

function endpointFacts({ url, movedTo, retiredAt, proposals }: EndpointState): EndpointFact[] {
  const facts: EndpointFact[] = [];
  if (movedTo !== null)
    facts.push({
      key: `moved ${url} ${movedTo}`,
      kind: "moved",
      text: `${url} has moved for good to ${movedTo}, which is asked now; correct the source's file`,
    });
  if (retiredAt !== null)
    facts.push({
      key: `retired ${url}`,
      kind: "retired",
      text: `${url} is gone for good and is polled no more; take it out of the source's file`,
    });
  for (const proposal of proposals)
    facts.push({
      key: `proposed ${url} ${proposal}`,
      kind: "proposed",
      text: `${url} fails; the homepage names ${proposal}, which may have taken its place`,
    });
  return facts;
}
