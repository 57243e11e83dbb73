import type { DeadJob } from "./queue.ts";

/** What is kept of an error in the dead letters: class, message with its causes, stack. */
export function describeError(error: unknown): DeadJob["error"] {
  if (!(error instanceof Error)) return { class: "unknown", message: String(error), stack: null };
  const messages = [error.message];
  for (let cause = error.cause; cause instanceof Error && messages.length < 5; cause = cause.cause)
    messages.push(cause.message);
  return {
    class: error.name || "Error",
    message: messages.filter((text, at) => text !== "" && messages.indexOf(text) === at).join(" ← "),
    stack: error.stack ?? null,
  };
}
