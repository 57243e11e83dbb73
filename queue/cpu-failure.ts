import { Blocked, type BlockCause, Bug, Gone, Permanent, Retryable } from "../model/errors.ts";

/** An error on its way between threads, where classes are lost. */
export interface PackedError {
  class: string;
  message: string;
  stack: string | undefined;
  url: string | undefined;
  sourceId: string | undefined;
  blockCause: BlockCause | undefined;
}

/** What a task's thread answers. */
export type TaskAnswer = { result: unknown } | { error: PackedError };

/** A function that runs one of `tasks` by name and answers with its result or its error, for use as a thread's entry. */
export function serveTasks(tasks: Record<string, (input: never) => unknown>) {
  return async ({ name, input }: { name: string; input: unknown }): Promise<TaskAnswer> => {
    try {
      const task = tasks[name];
      if (task === undefined) throw new Bug(`no CPU task "${name}"; known: ${Object.keys(tasks).join(", ")}`);
      return { result: await task(input as never) };
    } catch (error) {
      return { error: packError(error) };
    }
  };
}

function packError(thrown: unknown): PackedError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { url, sourceId, blockCause } = error as Partial<PackedError>;
  return { class: error.name, message: error.message, stack: error.stack, url, sourceId, blockCause };
}

/** The error as it was thrown: same class, message and place. */
export function unpackError({ class: name, message, stack, url, sourceId, blockCause }: PackedError): Error {
  const details = {
    ...(url === undefined ? {} : { url }),
    ...(sourceId === undefined ? {} : { sourceId }),
  };
  const known = { Permanent, Retryable, Gone, Bug }[name];
  let error: Error;
  if (blockCause !== undefined) error = new Blocked(message, blockCause, details);
  else if (known !== undefined) error = new known(message, details);
  else error = Object.assign(new Error(message), { name });
  return Object.assign(error, stack === undefined ? {} : { stack });
}
