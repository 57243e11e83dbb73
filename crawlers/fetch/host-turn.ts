import { Blocked, RateLimited, Retryable } from "../../model/errors.ts";
import { startDeadline } from "./deadline.ts";
import { HostBusy, type HostLimits, type HostSlots, type Slot, type SlotOutcome } from "./politeness.ts";

/** A host's slot in hand. */
export interface HostTurn {
  host: string;
  /** Notes what a failure tells about the host's health, for the release. */
  failedBy(failure: unknown): void;
  /** The time of this turn says nothing about the host: its page's scripts were waited for. */
  untimed(): void;
  release(): Promise<void>;
}

export interface HostTurnOptions {
  slots: HostSlots;
  url: URL;
  limits: HostLimits;
  /** Longest wait; a longer one is thrown as `HostBusy`. */
  maxWaitMs: number | undefined;
  signal: AbortSignal | undefined;
  now: () => number;
}

/** Waits for a slot of the address's host. @throws {HostBusy} when it is further away than `maxWaitMs`. */
export async function takeTurn(options: HostTurnOptions): Promise<HostTurn> {
  const slot = await takeSlot(options);
  const { now } = options;
  const since = now();
  let failure: unknown;
  let timed = true;
  return {
    host: options.url.host,
    failedBy: (error) => {
      failure = error;
    },
    untimed: () => {
      timed = false;
    },
    release: () => slot.release({ elapsedMs: timed ? now() - since : null, ...troubleOf(failure, now()) }),
  };
}

async function takeSlot({ slots, url, limits, maxWaitMs, signal, now }: HostTurnOptions): Promise<Slot> {
  const { host } = url;
  if (maxWaitMs === undefined) return slots.acquire(host, limits, signal);
  const answer = await slots.tryAcquire(host, limits);
  if ("slot" in answer) return answer.slot;
  const waitMs = Math.ceil(answer.waitMs);
  const busy = () =>
    new HostBusy(`${host} gets its next request in ${waitMs} ms`, now() + waitMs, { url: url.href });
  if (waitMs > maxWaitMs) throw busy();
  const patience = startDeadline(maxWaitMs, signal);
  try {
    return await slots.acquire(host, limits, patience.signal);
  } catch (error) {
    throw patience.signal.aborted && !signal?.aborted ? busy() : error;
  } finally {
    patience.clear();
  }
}

/** What a failure tells about the host's health. */
function troubleOf(failure: unknown, now: number): Omit<SlotOutcome, "elapsedMs"> {
  if (failure instanceof HostBusy) return {};
  if (failure instanceof RateLimited) {
    return {
      trouble: failure.trouble === "server_error" ? "failed" : "throttled",
      reason: failure.message,
      ...(failure.asked ? { retryAfterMs: Math.max(failure.until - now, 0) } : {}),
    };
  }
  // Pages of other kinds that are walled (paywall, consent) are answers of a host in good health.
  const isRefusal = failure instanceof Blocked && ["waf", "captcha"].includes(failure.blockCause);
  if (isRefusal || failure instanceof Retryable) {
    return { trouble: isRefusal ? "refused" : "failed", reason: failure.message };
  }
  return {};
}
