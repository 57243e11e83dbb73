import type { ReviewServer } from "../review/index.ts";
import type { Terminal } from "./terminal.ts";

/** Says where the review app is served. The setup link is a secret: it goes to the terminal, never to the log. */
export function tellWhereReviewIs({ url, setupUrl }: ReviewServer, terminal: Terminal): void {
  const { bold } = terminal.colors;
  terminal.err(`Review app: ${bold(url)}`);
  if (setupUrl !== null)
    terminal.err(
      `Nobody can log in yet. Make yourself the administrator (works once, for a day):\n  ${bold(setupUrl)}`,
    );
}
