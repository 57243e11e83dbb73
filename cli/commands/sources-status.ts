import { watchedSources } from "../../queue/pipeline.ts";
import type { EndpointState } from "../../model/endpoint-state.ts";
import type { Source } from "../../model/source.ts";
import { type LampColour, lampNames, type SourceHealth } from "../../model/source-health.ts";
import { exitCodes } from "../exit-codes.ts";
import { sourcesNamed } from "../named-sources.ts";
import type { CommandContext } from "../program.ts";
import { printable, table, type Terminal } from "../terminal.ts";
import { withStore } from "../with-store.ts";

interface StatusOptions {
  problems?: true;
  strict?: true;
  json?: true;
}

interface SourceStatus {
  source: string;
  name: string;
  transport: LampColour;
  discovery: LampColour;
  extraction: LampColour;
  /** Newest article that an endpoint announced, and when the next poll is due; ISO times. */
  newest: string | null;
  nextPoll: string | null;
  /** ISO time of the last evaluation. */
  evaluated: string | null;
  reasons: string[];
}

/** An evaluation that is older says that nobody evaluates any more. */
const staleEvaluationMs = 60 * 60_000;

/** The lamps of the watched sources. Exit code 1 when one is red (or, if strict, yellow), or nobody looks any more. */
export async function sourcesStatus({
  args,
  options,
  globals,
  terminal,
}: CommandContext<StatusOptions>): Promise<number> {
  return withStore(globals, async (store, settings) => {
    const watched = watchedSources(settings);
    const sources = args.length === 0 ? watched : sourcesNamed(args, watched);
    const health = new Map((await store.sourceHealth.list()).map((one) => [one.sourceId, one]));
    const states = await store.endpoints.list();
    const all = sources.map((source) => statusOf(source, health.get(source.id) ?? null, states));
    const isBad = ({ transport, discovery, extraction }: SourceStatus) =>
      [transport, discovery, extraction].some(
        (colour) => colour === "red" || (options.strict && colour === "yellow"),
      );
    const shown = options.problems
      ? all.filter(({ reasons, ...status }) => reasons.length > 0 || isBad({ reasons, ...status }))
      : all;
    const latest = [...health.values()]
      .map(({ at }) => at)
      .toSorted()
      .at(-1);
    const stopped = latest !== undefined && Date.parse(latest) < Date.now() - staleEvaluationMs;
    if (options.json) for (const status of shown) terminal.out(JSON.stringify(status));
    else show(shown, terminal);
    const red = all.filter(isBad).length;
    terminal.err(
      latest === undefined
        ? "Nothing was evaluated yet; habeas run or habeas schedule does so."
        : `${red} of ${all.length} sources need a look; evaluated ${latest}.`,
    );
    if (stopped)
      terminal.err("No source was evaluated for more than an hour: is habeas run or schedule alive?");
    return red > 0 || stopped ? exitCodes.failed : exitCodes.ok;
  });
}

function statusOf(
  source: Source,
  health: SourceHealth | null,
  states: readonly EndpointState[],
): SourceStatus {
  const own = states.filter(({ sourceId }) => sourceId === source.id);
  const lamps = health?.lamps;
  return {
    source: source.id,
    name: source.name,
    transport: lamps?.transport.colour ?? "unknown",
    discovery: lamps?.discovery.colour ?? "unknown",
    extraction: lamps?.extraction.colour ?? "unknown",
    newest:
      own
        .flatMap(({ rhythm }) => rhythm.newestAt ?? [])
        .toSorted()
        .at(-1) ?? null,
    nextPoll: own.map(({ dueAt }) => dueAt).toSorted()[0] ?? null,
    evaluated: health?.at ?? null,
    reasons: lampNames.flatMap((name) => {
      const lamp = lamps?.[name];
      return lamp === undefined || lamp.reason === "" || lamp.colour === "green"
        ? []
        : [`${name}: ${lamp.reason}`];
    }),
  };
}

const minute = (iso: string | null) => iso?.slice(0, 16).replace("T", " ") ?? "–";

function show(shown: readonly SourceStatus[], terminal: Terminal): void {
  const { green, red, yellow, dim } = terminal.colors;
  const paint: Record<LampColour, (text: string) => string> = { green, red, yellow, unknown: dim };
  const rows = shown.map((status) => [
    status.source,
    ...lampNames.map((name) => (status[name] === "unknown" ? "–" : status[name])),
    minute(status.newest),
    minute(status.nextPoll),
  ]);
  const lines = table(
    ["SOURCE", "TRANSPORT", "DISCOVERY", "EXTRACTION", "NEWEST", "NEXT POLL"],
    rows,
    terminal.interactive ? terminal.columns : Infinity,
  );
  for (const [index, line] of lines.entries()) {
    const status = shown[index - 1];
    terminal.out(
      status === undefined
        ? line
        : line.replaceAll(/\b(?:green|yellow|red)\b/g, (word) => paint[word as LampColour](word)),
    );
    for (const reason of status?.reasons ?? []) terminal.out(dim(`    ${printable(reason)}`));
  }
}
