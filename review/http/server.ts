import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { loadGazetteers } from "../../config/load-gazetteers.ts";
import { loadSources } from "../../config/load-sources.ts";
import type { Settings } from "../../config/settings.ts";
import { Permanent } from "../../model/errors.ts";
import { createAlertRuntime } from "../../queue/alerts.ts";
import type { Store } from "../../storage/store.ts";
import { createReviewApp } from "./app.ts";

export interface ServeOptions {
  store: Store;
  settings: Settings;
  onError: (error: unknown) => void;
}

export interface ReviewServer {
  /** Where people find it. */
  url: string;
  /** Link with which the first administrator sets their password; null when there is one already. */
  setupUrl: string | null;
  close(): Promise<void>;
}

/** A client that takes longer than this to send its request is cut off. */
const requestTimeoutMs = 30_000;
const headersTimeoutMs = 10_000;

/**
 * Serves the review app.
 *
 * @throws Permanent when the address or port cannot be had
 */
export async function serveReview({ store, settings, onError }: ServeOptions): Promise<ReviewServer> {
  const { host, port, publicUrl, trustedProxies, sessionIdleMinutes, sessionHours } = settings.review;
  const sources = loadSources({ userFolder: settings.sources.folder });
  const alerts = await createAlertRuntime({ settings, store, sources, onError });
  const app = createReviewApp({
    store,
    alerts,
    now: Date.now,
    random: randomBytes,
    sources,
    gazetteers: loadGazetteers({ userFolder: settings.gazetteers.folder }),
    publicUrl,
    host,
    trustedProxies,
    sessionIdleMinutes,
    sessionHours,
    onError,
  });
  const server = createAdaptorServer({
    fetch: app.fetch as Parameters<typeof createAdaptorServer>[0]["fetch"],
    serverOptions: {
      requestTimeout: requestTimeoutMs,
      headersTimeout: headersTimeoutMs,
      connectionsCheckingInterval: 5_000,
      maxHeaderSize: 16 * 1024,
    },
  }) as Server;
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (cause) {
    await alerts.close();
    throw new Permanent(
      `the review app cannot listen on ${host}:${port}: ${(cause as Error).message}; set review.port to a free one`,
      { cause },
    );
  }
  app.services.live.start();
  const { port: bound } = server.address() as AddressInfo;
  const shownHost =
    host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  const url = publicUrl?.replace(/\/$/, "") ?? `http://${shownHost}:${bound}`;
  const secret = await app.services.invitations.inviteFirstAdmin();
  return {
    url,
    setupUrl: secret === null ? null : `${url}/setup/${secret}`,
    async close() {
      await app.services.live.close();
      await alerts.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
