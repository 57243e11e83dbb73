/**
 * Calls `stop` at the first interrupt or termination; a second one ends the process at once. Everything in hand is kept
 * by the store and the queue, so that even the second one loses nothing.
 */
export function onStop(stop: (signal: NodeJS.Signals) => void): void {
  let asked = false;
  const handle = (signal: NodeJS.Signals) => {
    if (asked) process.exit(130);
    asked = true;
    stop(signal);
  };
  process.on("SIGINT", handle);
  process.on("SIGTERM", handle);
}
