import { createHmac } from "node:crypto";
import { sameText } from "./secrets.ts";

/** Field of a form and header of a request that carry the token. */
export const csrfField = "_csrf";
export const csrfHeader = "x-csrf-token";

/** The token of a session: nobody knows it who does not know the session's secret, and it need not be kept. */
export const csrfToken = (sessionSecret: string): string =>
  createHmac("sha256", sessionSecret).update("csrf").digest("base64url");

export const isCsrfToken = (given: string, sessionSecret: string): boolean =>
  sameText(given, csrfToken(sessionSecret));
