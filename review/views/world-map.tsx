import { worldDots, worldShapes } from "./world.ts";

const steps = 5;

/** How dark a country is: in steps of a logarithm, for one country may have a thousand times as many as another. */
function stepOf(count: number, most: number): number {
  if (count === 0) return 0;
  return most <= 1 ? steps : 1 + Math.floor((Math.log(count) / Math.log(most)) * (steps - 1));
}

/**
 * The world, each country the darker the more there is of it. For the eye only: the figures belong in a table beside it.
 *
 * @param counts by ISO 3166 code
 */
export function WorldMap({
  id,
  title,
  counts,
  nameOf,
}: {
  id: string;
  title: string;
  counts: Readonly<Record<string, number>>;
  nameOf: (country: string) => string;
}) {
  const most = Math.max(0, ...Object.values(counts));
  const label = (country: string, count: number) =>
    count === 0 ? null : <title>{`${nameOf(country)}: ${count}`}</title>;
  const blank = Object.entries(worldShapes).flatMap(([country, outline]) =>
    (counts[country] ?? 0) === 0 ? outline : [],
  );
  const filled = Object.entries(worldShapes).filter(([country]) => (counts[country] ?? 0) > 0);
  return (
    <svg class="world" viewBox="0 0 900 392" role="img" aria-labelledby={id}>
      <title id={id}>{title}</title>
      <path class="land step-0" d={blank.join("")} />
      {filled.map(([country, outline]) => (
        <path class={`land step-${stepOf(counts[country] ?? 0, most)}`} d={outline}>
          {label(country, counts[country] ?? 0)}
        </path>
      ))}
      {Object.entries(worldDots).map(([country, [x, y]]) => {
        const count = counts[country] ?? 0;
        return count === 0 ? null : (
          <circle class={`land step-${stepOf(count, most)}`} cx={x} cy={y} r="5">
            {label(country, count)}
          </circle>
        );
      })}
    </svg>
  );
}
