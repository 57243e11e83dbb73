import {
  MongoError,
  MongoErrorLabel,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerError,
  MongoServerSelectionError,
} from "mongodb";
import { Permanent, Unavailable } from "../../model/errors.ts";

/** An address as it may be shown: with its password hidden. */
export function maskPassword(url: string): string {
  return url.replace(/^([a-z+]+:\/\/[^/?#]*?):[^/?#]*@/i, "$1:…@");
}

const unauthorised = new Set([13, 18, 8000]);
const tooLarge = new Set([10334, 17419, 17420]);
const isTooLarge = (error: MongoServerError) =>
  tooLarge.has(Number(error.code)) || error.message.includes("larger than MaxDocumentSize"); // FerretDB

/** What the driver throws, as the taxonomy names it. */
function translated(error: unknown, shown: string): unknown {
  if (!(error instanceof MongoError)) return error;
  const isPassing =
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    error instanceof MongoNotConnectedError ||
    error.hasErrorLabel(MongoErrorLabel.RetryableWriteError) ||
    /^the database system is (?:starting up|shutting down|in recovery mode|not yet accepting)/.test(
      error.message,
    ); // FerretDB
  if (isPassing) return new Unavailable(`MongoDB at ${shown}: ${error.message}`, { cause: error });
  if (!(error instanceof MongoServerError)) return error;
  if (unauthorised.has(Number(error.code)))
    return new Permanent(
      `MongoDB at ${shown} refuses us: ${error.message}; check user, password and rights`,
      {
        cause: error,
      },
    );
  if (isTooLarge(error))
    return new Permanent(`MongoDB at ${shown}: the document is too large: ${error.message}`, {
      cause: error,
    });
  return error;
}

export interface Translating {
  <T>(work: () => Promise<T>): Promise<T>;
  /** A repository whose methods all throw translated errors. */
  all<R extends object>(repository: R): R;
}

export function translatingErrors(shown: string): Translating {
  const translating = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw translated(error, shown);
    }
  };
  type Method = (...args: unknown[]) => Promise<unknown>;
  const all = <R extends object>(repository: R): R =>
    Object.fromEntries(
      Object.entries(repository).map(([name, method]) => [
        name,
        (...args: unknown[]) => translating(() => (method as Method)(...args)),
      ]),
    ) as R;
  return Object.assign(translating, { all });
}
