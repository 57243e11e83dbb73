import { nearest } from "../config/nearest.ts";
import { PartialDateSchema } from "../model/extraction.ts";
import { UsageError } from "./explain.ts";

/** A whole number from `least` on. */
export function numberOption(name: string, value: string, least = 1): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least)
    throw new UsageError(`--${name} expects a whole number from ${least} on, found "${value}"`);
  return number;
}

/** One of a closed list of words. */
export function choiceOption<T extends string>(name: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const meant = nearest(value, choices);
  throw new UsageError(
    `--${name} expects one of ${choices.join(", ")}; found "${value}"${meant === null ? "" : `. Did you mean ${meant}?`}`,
  );
}

/** `2025`, `2025-12` or `2025-12-13`. */
export function dateOption(name: string, value: string): string {
  if (PartialDateSchema.safeParse(value).success) return value;
  throw new UsageError(`--${name} expects YYYY, YYYY-MM or YYYY-MM-DD, found "${value}"`);
}
