import type { StandingChange } from "../model/standing-change.ts";
import type { Projector } from "./inbox/projector.ts";

/** Tells those who listen of every change of the ledger. */
export interface Live {
  /** @returns how to stop listening */
  listen(listener: (changes: readonly StandingChange[]) => void): () => void;
  /** Looks for changes now; also keeps the inbox up to date. */
  look(): Promise<void>;
  start(): void;
  close(): Promise<void>;
}

export interface LiveOptions {
  projector: Projector;
  everyMs: number;
  onError: (error: unknown) => void;
}

const batch = 200;

/** Follows the ledger's history, however many processes write it, and passes on what is new. */
export function createLive({ projector, everyMs, onError }: LiveOptions): Live {
  const listeners = new Set<(changes: readonly StandingChange[]) => void>();
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<void> = Promise.resolve();
  let isClosed = false;

  const lookOnce = async () => {
    for (;;) {
      const changes = await projector.catchUp(batch);
      if (changes.length > 0) for (const listener of listeners) listener(changes);
      if (changes.length < batch || isClosed) return;
      // A long history is followed in pieces, between which requests are answered.
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const look = () => {
    looking = looking.then(lookOnce).catch(onError);
    return looking;
  };
  const repeat = async () => {
    await look();
    if (!isClosed) timer = setTimeout(() => void repeat(), everyMs);
  };

  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    look,
    start: () => void repeat(),
    async close() {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
      await looking;
    },
  };
}
