// How often events of a confidence are right, as a table, in the terminal and as SVG.

/** Of the open corpus every third article is only looked at: no rule and no weight is made from it. */
export const isLookedAt = ({ id }) => Number(/\d+$/.exec(id)?.[0]) % 3 === 0;

const edges = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
/** Events from here on are taken for sure. */
const sureFrom = 0.8;

/** Bins of events `{ confidence, right }` with their number, mean confidence and share of right ones. */
export function calibrationOf(events) {
  return edges.slice(0, -1).map((from, at) => {
    const to = edges[at + 1];
    const inside = events.filter(
      ({ confidence }) => confidence >= from && (confidence < to || (to === 1 && confidence <= 1)),
    );
    const right = inside.filter((event) => event.right).length;
    const sum = inside.reduce((total, { confidence }) => total + confidence, 0);
    return { from, to, events: inside.length, right, meanConfidence: sum / (inside.length || 1) };
  });
}

/** Number of the events that are taken for sure, and the share of them that is right. */
export function sureEvents(bins) {
  const sure = bins.filter(({ from }) => from >= sureFrom);
  const events = sure.reduce((total, bin) => total + bin.events, 0);
  const right = sure.reduce((total, bin) => total + bin.right, 0);
  return { events, right: Number((right / (events || 1)).toFixed(3)) };
}

/** Wilson's interval of a share, 95 %. */
function interval(right, of) {
  if (of === 0) return [0, 1];
  const z = 1.96;
  const share = right / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return [(middle - half) / scale, (middle + half) / scale];
}

/** The bins as lines: what share of the events is right, drawn as a bar, with a mark where it should end. */
export function drawCalibration(name, events) {
  const bins = calibrationOf(events);
  const width = 40;
  const lines = bins.map(({ from, to, events: count, right, meanConfidence }) => {
    const label = `${from.toFixed(1)}–${to.toFixed(1)}`;
    if (count === 0) return `${label}  ${"–".padStart(6)}`;
    const share = right / count;
    const [low, high] = interval(right, count);
    const bar = Array.from({ length: width + 1 }, (_, at) => (at < share * width ? "█" : "·"));
    bar[Math.round(meanConfidence * width)] = "┃";
    const figures = `${String(count).padStart(6)}  ${meanConfidence.toFixed(2)}  ${share.toFixed(2)}`;
    return `${label}  ${figures}  ${bar.join("")}  95 %: ${low.toFixed(2)}–${high.toFixed(2)}`;
  });
  const off = bins.reduce(
    (sum, { events: count, right, meanConfidence }) => sum + Math.abs(right - meanConfidence * count),
    0,
  );
  const sure = sureEvents(bins);
  return [
    `${name}: ${events.length} events told as facts`,
    "confid.  events  mean  right  █ right, ┃ mean confidence",
    ...lines,
    `from ${sureFrom}: ${sure.events} events, ${(100 * sure.right).toFixed(1)} % right; confidence is off by ${(off / (events.length || 1)).toFixed(3)} on average`,
    "",
  ].join("\n");
}

/** The same as a diagram: one dot a bin, as large as its number of events, beside the line where it should lie. */
export function svgOfCalibration([name, events]) {
  const size = 360;
  const margin = 48;
  const x = (value) => margin + value * size;
  const y = (value) => margin + (1 - value) * size;
  const bins = calibrationOf(events).filter((bin) => bin.events > 0);
  const dots = bins.map(({ events: count, right, meanConfidence }) => {
    const [low, high] = interval(right, count);
    const at = x(meanConfidence).toFixed(1);
    return (
      `<line x1="${at}" y1="${y(low).toFixed(1)}" x2="${at}" y2="${y(high).toFixed(1)}" stroke="#9bb"/>` +
      `<circle cx="${at}" cy="${y(right / count).toFixed(1)}" r="${(3 + Math.sqrt(count)).toFixed(1)}" fill="#147" fill-opacity=".8"><title>${right} of ${count}</title></circle>`
    );
  });
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].map(
    (value) =>
      `<text x="${x(value)}" y="${y(0) + 18}" text-anchor="middle">${value}</text>` +
      `<text x="${x(0) - 8}" y="${y(value) + 4}" text-anchor="end">${value}</text>`,
  );
  const total = size + 2 * margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${total} ${total}" font-family="sans-serif" font-size="12">
<rect width="${total}" height="${total}" fill="#fff"/>
<text x="${x(0)}" y="24" font-size="14">Confidence of events: ${name}</text>
<rect x="${x(0)}" y="${y(1)}" width="${size}" height="${size}" fill="none" stroke="#ccc"/>
<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#999" stroke-dasharray="4"/>
${ticks.join("\n")}
${dots.join("\n")}
<text x="${x(0.5)}" y="${total - 8}" text-anchor="middle">confidence</text>
<text transform="translate(14 ${y(0.5)}) rotate(-90)" text-anchor="middle">share of right events, with 95 % interval</text>
</svg>
`;
}
