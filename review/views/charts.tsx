import type { Child } from "hono/jsx";

export interface Bar {
  label: string;
  count: number;
  /** Where a click in the table leads. */
  href?: string;
}

const [width, height] = [640, 120];

/**
 * Bars along a line of time, made on the server, with their figures as a table beneath. Screen readers get the table;
 * the picture says what it is a picture of. Its words stand beside the drawing, which is stretched to the width there is.
 */
export function BarChart({
  id,
  title,
  first,
  bars,
}: {
  id: string;
  title: string;
  first: string;
  bars: readonly Bar[];
}) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const step = width / Math.max(1, bars.length);
  const barWidth = Math.min(48, step * 0.8);
  const middle = bars[Math.floor(bars.length / 2)];
  return (
    <figure class="chart tight">
      <span class="small quiet" aria-hidden="true">
        {most}
      </span>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-labelledby={id}>
        <title id={id}>{`${title}; the most at a time: ${most}`}</title>
        {bars.map(({ label, count }, at) => {
          if (count === 0) return null;
          const tall = Math.max(2, (count / most) * height);
          const x = at * step + (step - barWidth) / 2;
          return (
            <rect
              class="bar-mark"
              x={round(x)}
              y={round(height - tall)}
              width={round(barWidth)}
              height={round(tall)}
            >
              <title>{`${label}: ${count}`}</title>
            </rect>
          );
        })}
      </svg>
      <span class="ticks small quiet" aria-hidden="true">
        <span>{bars[0]?.label}</span>
        {bars.length > 2 ? <span>{middle?.label}</span> : null}
        {bars.length > 1 ? <span>{bars.at(-1)?.label}</span> : null}
      </span>
      <Figures caption={title} first={first} rows={bars} />
    </figure>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

/** What a picture shows, as a table that is opened at will. */
function Figures({ caption, first, rows }: { caption: string; first: string; rows: readonly Bar[] }) {
  return (
    <details class="figures">
      <summary>The figures</summary>
      <div class="table" tabindex={0} role="region" aria-label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              <th scope="col" class="number">
                Events
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, count, href }) => (
              <tr>
                <th scope="row">{href === undefined ? label : <a href={href}>{label}</a>}</th>
                <td class="number">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

export interface Trend {
  name: string;
  href: string;
  /** One count for each of the spans of time, oldest first. */
  counts: readonly number[];
}

/** How several things went over the same time: a table of small pictures, and one with every figure beneath. */
export function Trends({
  title,
  first,
  trends,
  spans,
}: {
  title: string;
  first: string;
  trends: readonly Trend[];
  spans: readonly string[];
}) {
  const most = Math.max(1, ...trends.flatMap(({ counts }) => counts));
  return (
    <div class="tight">
      <table class="trends">
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">Over time</th>
            <th scope="col" class="number">
              Events
            </th>
          </tr>
        </thead>
        <tbody>
          {trends.map(({ name, href, counts }) => (
            <tr>
              <th scope="row">
                <a href={href}>{name}</a>
              </th>
              <td>
                <Spark counts={counts} most={most} />
              </td>
              <td class="number">{sum(counts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <details class="figures">
        <summary>The figures</summary>
        <div class="table" tabindex={0} role="region" aria-label={title}>
          <table>
            <caption>{title}</caption>
            <thead>
              <tr>
                <th scope="col">From</th>
                {trends.map(({ name }) => (
                  <th scope="col" class="number">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {spans.map((span, at) => (
                <tr>
                  <th scope="row">{span}</th>
                  {trends.map(({ counts }) => (
                    <td class="number">{counts[at] ?? 0}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  );
}

const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);

function Spark({ counts, most }: { counts: readonly number[]; most: number }) {
  const step = 120 / Math.max(1, counts.length);
  return (
    <svg class="spark" viewBox="0 0 120 24" aria-hidden="true" preserveAspectRatio="none">
      {counts.map((count, at) => {
        const tall = count === 0 ? 0.5 : Math.max(1.5, (count / most) * 24);
        return (
          <rect
            class="bar-mark"
            x={round(at * step)}
            y={round(24 - tall)}
            width={round(step * 0.8)}
            height={round(tall)}
          />
        );
      })}
    </svg>
  );
}

/** A number that is read at a glance, with what it counts. */
export function Figure({ value, children }: { value: Child; children?: Child }) {
  return (
    <div class="figure">
      <strong>{value}</strong>
      <span class="quiet">{children}</span>
    </div>
  );
}
