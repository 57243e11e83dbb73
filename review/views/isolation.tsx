import type { IsolationClock, Last } from "../../ledger/isolation/clock.ts";
import { Fact } from "./parts.tsx";
import { day, plural } from "./words.ts";

const contactNames = { letter: "Letter", call: "Call", visit: "Visit", lawyer: "Lawyer" } as const;

/** How long somebody has been alone, and since when nobody has heard of them. */
export function IsolationCard({ clock }: { clock: IsolationClock }) {
  const { current, spells, daysThisYear, contacts, news, asOf } = clock;
  const known = Object.entries(contacts).filter(([, last]) => last !== null);
  if (spells.length === 0 && known.length === 0 && news === null) return null;
  return (
    <section class="card" aria-labelledby="isolation-clock">
      <h2 id="isolation-clock">Isolation clock</h2>
      {current === null ? null : (
        <p class="note bad">
          <strong>In isolation</strong> since {day(current.from)}, at least {plural(current.days, "day")}.
        </p>
      )}
      <dl class="facts">
        <Fact name={`In ${asOf.slice(0, 4)}`}>
          {daysThisYear === 0 ? null : `at least ${plural(daysThisYear, "day")} in isolation`}
        </Fact>
        {known.map(([kind, last]) => (
          <Fact name={contactNames[kind as keyof typeof contactNames]}>
            {last === null ? null : <Since last={last} />}
          </Fact>
        ))}
        <Fact name="Last news">{news === null ? null : <Since last={news} />}</Fact>
      </dl>
      {spells.length === 0 ? null : (
        <details>
          <summary>{plural(spells.length, "spell")} in isolation</summary>
          <ol class="tight">
            {spells.map(({ from, to, days }) => (
              <li>
                {from === to ? day(from) : `${day(from)} to ${day(to)}`}: at least {plural(days, "day")}
              </li>
            ))}
          </ol>
        </details>
      )}
      <p class="small quiet">Figures are lower bounds: reports are never complete.</p>
    </section>
  );
}

function Since({ last }: { last: Last }) {
  const text = `${day(last.date)} (${last.days <= 0 ? "that day" : `${plural(last.days, "day")} before`})`;
  return "eventId" in last.by ? (
    <a href={`/events/${encodeURIComponent(last.by.eventId)}`}>{text}</a>
  ) : (
    <span>{text}</span>
  );
}
