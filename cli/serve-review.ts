import type { Settings } from "../config/settings.ts";
import { type ReviewServer, serveReview } from "../review/index.ts";
import type { Store } from "../storage/store.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Serves the review app and says where. The setup link is a secret: it goes to the terminal, never to the log.
 *
 * @throws Permanent when the address or port cannot be had
 */
export async function serveReviewHere(options: {
  store: Store;
  settings: Settings;
  onError: (error: unknown) => void;
  terminal: Terminal;
}): Promise<ReviewServer> {
  const { store, settings, onError, terminal } = options;
  const server = await serveReview({ store, settings, onError });
  const { bold } = terminal.colors;
  terminal.err(`Review app: ${bold(server.url)}`);
  if (server.setupUrl !== null)
    terminal.err(
      `Nobody can log in yet. Make yourself the administrator (works once, for a day):\n  ${bold(server.setupUrl)}`,
    );
  return server;
}
