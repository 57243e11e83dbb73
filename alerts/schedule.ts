import type { AlertRule, DigestPeriod } from "../model/alert.ts";

const minuteMs = 60_000;
const dayMinutes = 24 * 60;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes since midnight and day of the week (0 Sunday) that clocks show in a time zone. */
function clockIn(timeZone: string, at: number): { minutes: number; weekday: number } {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      hour: "2-digit",
      minute: "2-digit",
      weekday: "short",
      hourCycle: "h23",
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const weekday = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"].indexOf(parts.get("weekday") ?? "");
  return { minutes: minutesOf(`${parts.get("hour")}:${parts.get("minute")}`), weekday };
}

/** The next moment, from the next full minute on, at which clocks in the zone show this time of day. */
function next(time: string, timeZone: string, after: number, weekday?: number): number {
  const wanted = minutesOf(time);
  let at = Math.ceil((after + 1) / minuteMs) * minuteMs;
  // Near a change to or from summer time a jump by the difference misses; the next round sees it.
  for (let tries = 0; tries < 20; tries++) {
    const clock = clockIn(timeZone, at);
    const ahead = (wanted - clock.minutes + dayMinutes) % dayMinutes;
    if (ahead === 0 && (weekday === undefined || clock.weekday === weekday)) return at;
    at += (ahead === 0 ? dayMinutes : ahead) * minuteMs;
  }
  return at;
}

/**
 * When a message may go out that is ready at `now`: at once, or when the rule's quiet hours are over. Urgent rules know
 * no quiet hours.
 *
 * @param now epoch milliseconds, as is the result
 */
export function afterQuietHours({ quietHours, urgency }: AlertRule, now: number): number {
  if (quietHours === null || urgency === "urgent") return now;
  const { from, to, timeZone } = quietHours;
  const [start, end] = [minutesOf(from), minutesOf(to)];
  const { minutes } = clockIn(timeZone, now);
  const quiet = start <= end ? minutes >= start && minutes < end : minutes >= start || minutes < end;
  return quiet ? next(to, timeZone, now) : now;
}

/** End of the period, and so the time of the digest, into which something falls that is ready at `now`. */
export function digestDue(
  { every, at, timeZone }: { every: DigestPeriod; at: string; timeZone: string },
  now: number,
): number {
  if (every === "hourly") return (Math.floor(now / (60 * minuteMs)) + 1) * 60 * minuteMs;
  return next(at, timeZone, now, every === "weekly" ? 1 : undefined);
}

/**
 * When a message may go out under a cap.
 *
 * @param sent times at which messages went out or will go out, in any order
 * @param ready time from which it may go out
 */
export function underCap(cap: AlertRule["rateCap"], sent: readonly number[], ready: number): number {
  if (cap === null) return ready;
  const windowMs = cap.perMinutes * minuteMs;
  const times = sent.toSorted((a, b) => a - b);
  let due = ready;
  for (;;) {
    const within = times.filter((time) => time > due - windowMs && time <= due);
    if (within.length < cap.messages) return due;
    due = (within[within.length - cap.messages] as number) + windowMs;
  }
}
