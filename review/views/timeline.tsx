import type { IsolationSpell } from "../../ledger/isolation/clock.ts";
import type { StatusSpell } from "../../ledger/status-spells.ts";
import { isHeld } from "../../ledger/status.ts";
import { dayRange } from "../../ledger/date-range.ts";
import type { LedgerEvent } from "../../model/ledger.ts";
import { capitalised, day, plain, plural } from "./words.ts";

const width = 800;
const left = 92;
const right = 12;
const laneHeight = 34;
const axisHeight = 26;
const dayMs = 86_400_000;
const isoDay = (at: number) => new Date(at * dayMs).toISOString().slice(0, 10);

interface TimelineProps {
  /** The person's own events. */
  events: readonly LedgerEvent[];
  spells: readonly StatusSpell[];
  isolation: readonly IsolationSpell[];
  /** ISO day on which the drawing ends. */
  asOf: string;
}

/** A bar of a lane, in days since 1970, `to` included. */
interface Bar {
  from: number;
  to: number;
  kind: string;
  title: string;
}

const hearings: ReadonlySet<string> = new Set(["charge", "trial", "sentence", "sentence_extension"]);
const ends: ReadonlySet<string> = new Set([
  "release",
  "exchange",
  "deportation",
  "pardon",
  "death_in_custody",
  "execution",
]);
const falls: ReadonlySet<string> = new Set(["denied", "retracted"]);

/** A drawing of what happened to somebody, from the left to the right; the lists beside it say the same in words. */
export function TimelineDrawing({ events, spells, isolation, asOf }: TimelineProps) {
  const end = dayRange(asOf).last;
  const dated = events
    .filter(({ assertion, standing }) => assertion === "asserted" && !falls.has(standing))
    .flatMap((event) => {
      const date = event.date ?? event.firstPublished;
      return date === null
        ? []
        : [{ event, at: Math.min(dayRange(date).last, end), first: dayRange(date).first }];
    })
    .filter(({ first }) => first <= end);
  const starts = [...dated.map(({ at }) => at), ...isolation.map(({ from }) => dayRange(from).first)];
  if (starts.length === 0) return null;
  const first = Math.min(...starts, end - 30);
  const margin = Math.max(5, Math.round((end - first) * 0.03));
  const x = (at: number) =>
    left + ((at - (first - margin)) / (end - first + 2 * margin)) * (width - left - right);

  const held = spells.filter(({ status }) => isHeld(status) && status !== "in_hospital");
  const bars = (list: readonly StatusSpell[]): Bar[] =>
    list.map(({ status, from, until }) => ({
      from,
      to: until - 1,
      kind: status,
      title: `${capitalised(plain(status))} from ${day(isoDay(from))} ${until > end ? "on" : `to ${day(isoDay(until))}`}`,
    }));
  const alone = isolation.map(({ from, to, days }) => ({
    from: dayRange(from).first,
    to: dayRange(to).last,
    kind: "isolation",
    title: `Isolation from ${day(from)} to ${day(to)}, at least ${plural(days, "day")}`,
  }));
  const points = (types: (type: string) => boolean) => dated.filter(({ event }) => types(event.type));
  const lanes = [
    { name: "Held", bars: bars(held), points: points((type) => type === "arrest") },
    { name: "Hearings", bars: [], points: points((type) => hearings.has(type)) },
    { name: "Isolation", bars: alone, points: [] },
    {
      name: "Hospital",
      bars: bars(spells.filter(({ status }) => status === "in_hospital")),
      points: points((type) => type === "hospitalisation"),
    },
    { name: "Free or dead", bars: [], points: points((type) => ends.has(type)) },
  ].filter((lane) => lane.bars.length + lane.points.length > 0);
  const height = lanes.length * laneHeight + axisHeight;
  const floor = lanes.length * laneHeight;
  return (
    <div class="drawing" tabindex={0} role="region" aria-label="Timeline, drawn">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={`What happened from ${day(isoDay(first))} to ${day(asOf)}; the list below says it in words`}
      >
        {ticksOf(first - margin, end + margin).map(({ at, label }) => (
          <g>
            <line class="tick" x1={x(at)} x2={x(at)} y1={0} y2={floor} />
            <text class="axis" x={x(at)} y={floor + 18} text-anchor="middle">
              {label}
            </text>
          </g>
        ))}
        {lanes.map((lane, index) => {
          const middle = index * laneHeight + laneHeight / 2;
          return (
            <g>
              <text class="lane" x={0} y={middle + 5}>
                {lane.name}
              </text>
              <line class="tick" x1={left} x2={width - right} y1={middle} y2={middle} />
              {lane.bars.map((bar) => (
                <rect
                  class={`spell ${bar.kind}`}
                  x={x(bar.from)}
                  y={middle - 8}
                  width={Math.max(4, x(bar.to + 1) - x(bar.from))}
                  height={16}
                  rx={3}
                >
                  <title>{bar.title}</title>
                </rect>
              ))}
              {lane.points.map(({ event, at }) => (
                <Point event={event} x={x(at)} y={middle} />
              ))}
            </g>
          );
        })}
        <line class="now" x1={x(end)} x2={x(end)} y1={0} y2={floor} />
      </svg>
    </div>
  );
}

/** Who is out is a triangle, who is dead a cross, the rest a dot. */
function Point({ event, x, y }: { event: LedgerEvent; x: number; y: number }) {
  const title = (
    <title>{`${capitalised(plain(event.type))}, ${day(event.date ?? event.firstPublished)}`}</title>
  );
  const kind = `point ${event.standing}`;
  if (event.type === "death_in_custody" || event.type === "execution")
    return (
      <path
        class={`${kind} cross`}
        d={`M${x - 7} ${y - 7}L${x + 7} ${y + 7}M${x + 7} ${y - 7}L${x - 7} ${y + 7}`}
      >
        {title}
      </path>
    );
  if (ends.has(event.type))
    return (
      <path class={kind} d={`M${x} ${y - 8}L${x + 8} ${y + 7}L${x - 8} ${y + 7}Z`}>
        {title}
      </path>
    );
  return (
    <circle class={kind} cx={x} cy={y} r={6}>
      {title}
    </circle>
  );
}

const maxTicks = 9;

/** Years, or months when it is about little more than a year. */
function ticksOf(first: number, last: number): { at: number; label: string }[] {
  const start = new Date(first * dayMs);
  const months = (last - first) / 30.4;
  const stepMonths =
    months <= maxTicks ? 1 : months <= 3 * maxTicks ? 3 : 12 * Math.ceil(months / 12 / maxTicks);
  const ticks: { at: number; label: string }[] = [];
  for (
    let year = start.getUTCFullYear(), month = Math.floor(start.getUTCMonth() / stepMonths) * stepMonths;
    ;
    month += stepMonths
  ) {
    const at = Date.UTC(year, month, 1) / dayMs;
    if (at > last) return ticks;
    const iso = isoDay(at);
    if (at >= first) ticks.push({ at, label: stepMonths >= 12 ? iso.slice(0, 4) : day(iso.slice(0, 7)) });
  }
}
