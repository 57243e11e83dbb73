/** Something that is done again and again until it is closed. */
export interface Repeating {
  /** No further round is begun; resolves when the one that runs has ended. */
  close(): Promise<void>;
}

/** Does `work` at once and then `intervalMs` after each round's end, so that rounds never overlap. */
export function every(
  intervalMs: number,
  work: () => Promise<unknown>,
  onError: (error: unknown) => void,
): Repeating {
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  const round = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      onError(error);
    }
    if (!closed) timer = setTimeout(begin, intervalMs);
  };
  const begin = () => {
    running = round();
  };
  let running: Promise<void>;
  begin();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
