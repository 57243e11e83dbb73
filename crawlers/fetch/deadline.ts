/** A signal that fires after a time, or together with its parent. */
export interface Deadline {
  signal: AbortSignal;
  /** Stops the clock; a deadline that was met must not keep a timer. */
  clear(): void;
}

/** Starts a deadline; its reason is a `TimeoutError` like that of `AbortSignal.timeout`, which cannot be cleared. */
export function startDeadline(ms: number, parent?: AbortSignal): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new DOMException(`not finished within ${ms} ms`, "TimeoutError"));
  }, ms);
  const signal = parent ? AbortSignal.any([controller.signal, parent]) : controller.signal;
  return { signal, clear: () => clearTimeout(timer) };
}
