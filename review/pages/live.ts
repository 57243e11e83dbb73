import { streamSSE } from "hono/streaming";
import type { StandingChange } from "../../model/standing-change.ts";
import type { ReviewContext } from "../http/context.ts";
import { identify } from "../http/identity.ts";
import type { Route } from "../http/route.ts";

export const liveRoutes: readonly Route[] = [
  { method: "GET", path: "/live", access: { role: "viewer", scope: "read" }, handle: follow },
];

/** Proxies and browsers give up on a connection that is silent for long. */
const heartbeatMs = 20_000;
/** Then the browser connects anew, which asks anew who it is. */
const maxMinutes = 30;

const nobodySleeps = (): void => undefined;

/** Changes of events as they happen, by server-sent events; what the viewer must not see is not told. */
function follow(c: ReviewContext) {
  const { services, newReading } = c.var;
  // Proxies must pass pieces on as they come.
  c.header("x-accel-buffering", "no");
  c.header("content-encoding", "identity");
  return streamSSE(c, async (stream) => {
    let waiting: StandingChange[] = [];
    let wake = nobodySleeps;
    const stop = services.live.listen((changes) => {
      waiting.push(...changes);
      wake();
    });
    stream.onAbort(() => {
      stop();
      wake();
    });
    const until = services.now() + maxMinutes * 60_000;
    await stream.writeSSE({ event: "hello", data: "" });
    while (!stream.aborted && !stream.closed && services.now() < until) {
      if (waiting.length === 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, heartbeatMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      const changes = waiting;
      waiting = [];
      if (stream.aborted) break;
      // Somebody who was logged out meanwhile hears no more.
      if ((await identify(c)) === null) break;
      if (changes.length === 0) await stream.writeSSE({ event: "beat", data: "" });
      // Not the reading of the request: it remembers what was hidden when the connection began.
      const reading = newReading();
      const seen = new Set<string>();
      for (const { eventId, before } of changes) {
        if (seen.has(eventId)) continue;
        seen.add(eventId);
        const event = await reading.event(eventId);
        if (event === null) continue;
        const { id, type, standing, subjects, group } = event;
        const data = {
          id,
          type,
          standing,
          isNew: before === null,
          subjects: subjects.map(({ name }) => name),
          group,
        };
        await stream.writeSSE({ event: "event", data: JSON.stringify(data) });
      }
    }
    stop();
  });
}
