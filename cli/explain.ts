import { HabeasError, RateLimited, Retryable } from "../model/errors.ts";
import { exitCodes } from "./exit-codes.ts";

/** What a person should read when a command fails, and the exit code. Unknown errors keep their stack: they are bugs. */
export function explain(error: unknown): { message: string; exitCode: number } {
  if (error instanceof Error && error.name === "ConfigError")
    return { message: error.message, exitCode: exitCodes.configuration };
  if (error instanceof Retryable || error instanceof RateLimited)
    return { message: error.message, exitCode: exitCodes.unavailable };
  if (error instanceof HabeasError) return { message: error.message, exitCode: exitCodes.failed };
  if (error instanceof UsageError) return { message: error.message, exitCode: exitCodes.usage };
  if (isSystemError(error)) return { message: error.message, exitCode: exitCodes.failed };
  return {
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    exitCode: exitCodes.failed,
  };
}

/** An argument that makes no sense; the message says what was expected. */
export class UsageError extends Error {}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && "syscall" in error && "code" in error;
