import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { Capture } from "../../model/article.ts";
import { Blocked, Gone, type HabeasError, Permanent, RateLimited, Retryable } from "../../model/errors.ts";
import { decodeText } from "./charset.ts";
import { findWall } from "./classify.ts";
import { isGzip } from "./content-coding.ts";
import { type BodyPlan, type HttpResponse, joined } from "./http.ts";
import { type Expectation, isHtml, isReadableType } from "./media-type.ts";
import { errorOfStatus } from "./status.ts";
import { findEmptyShell, findSoft404, isBlank } from "./missing-text.ts";
import type { PageLook } from "./page-look.ts";
import {
  EmptyShell,
  type FetchRequest,
  type FetchResult,
  type Redirect,
  type ResponseFacts,
} from "./types.ts";

/** Error pages are read only to tell what kind of wall they are. */
const ERROR_BODY_BYTES = 128 * 1024;

/** How the body of a response is to be read. @throws {Permanent} when its type cannot be what is expected. */
export function bodyPlanFor(
  status: number,
  contentType: string | null,
  expected: Expectation,
  maxBytes: number,
): BodyPlan {
  if (status < 200 || status >= 300) return { maxBytes: ERROR_BODY_BYTES, overflow: "cut", optional: true };
  if (!isReadableType(contentType, expected)) {
    throw new Permanent(`is of type ${contentType}, not a ${expected}`, { trouble: "wrong_type" });
  }
  return { maxBytes, overflow: "refuse" };
}

export interface AnswerContext {
  request: FetchRequest;
  redirects: readonly Redirect[];
  robots: Capture["robots"];
  /** Epoch milliseconds. */
  startedAt: number;
  now: () => number;
  /** True when plain HTTP was tried first. */
  neededBrowser: boolean;
}

/** Turns the last response of a fetch into its result, or into the error that it means. */
export function readAnswer(
  context: AnswerContext,
  url: URL,
  response: HttpResponse,
  via: Capture["via"],
): FetchResult {
  const { request, redirects, robots, startedAt, now, neededBrowser } = context;
  const { status, body } = response;
  const facts = factsOf(response.headers);
  const answer = {
    requestedUrl: request.url,
    url: url.href,
    redirects,
    status,
    headers: facts,
    robots,
    elapsedMs: now() - startedAt,
  };
  if (status === 304) {
    if (request.validators) return { ...answer, notModified: true };
    throw new Retryable(`${url.href} says “not modified” although nothing was asked`, { url: url.href });
  }

  const failure = errorOfStatus(status, joined(response.headers["retry-after"]), url.href, now());
  const decoded = isGzip(body)
    ? { text: "", charset: null }
    : decodeText(body, { contentType: facts.contentType, charset: request.charset ?? null });
  const look = {
    status,
    requestedUrl: request.url,
    url: url.href,
    header: (name: string) => joined(response.headers[name]),
    html: decoded.text,
    expected: request.expect ?? "page",
  };
  refuseWall(look, failure);
  if (failure) throw failure;
  if (isHtml(facts.contentType, decoded.text)) refuseMissingText(look, via);
  if (body.length === 0)
    throw new Retryable(`${url.href} answered ${status} with an empty body`, { url: url.href });

  const hash = createHash("sha256").update(body).digest("hex");
  const capture: Capture = {
    hash,
    url: url.href,
    fetchedAt: new Date(now()).toISOString(),
    status,
    contentType: facts.contentType,
    charset: decoded.charset,
    bytes: body.length,
    via,
    robots,
  };
  return {
    ...answer,
    notModified: false,
    body,
    text: decoded.text,
    charset: decoded.charset,
    hash,
    capture,
    neededBrowser,
  };
}

function refuseWall(look: PageLook, failure: HabeasError | null): void {
  // A host that says when to come back, and a page that is gone, mean what they say.
  if (failure && !(failure instanceof Blocked) && look.status !== 503) return;
  if (failure instanceof RateLimited && look.header("cf-mitigated") === null) return;
  if (!isHtml(look.header("content-type"), look.html)) return;
  const wall = findWall(look);
  if (wall) {
    throw new Blocked(
      `${look.url} shows a ${wall.cause} page in place of the article (${wall.evidence})`,
      wall.cause,
      { url: look.url },
    );
  }
}

function refuseMissingText(look: PageLook, via: Capture["via"]): void {
  const missing = findSoft404(look);
  if (missing !== null) {
    throw new Gone(`${look.url} says with status ${look.status} that there is nothing (${missing})`, {
      url: look.url,
      trouble: "soft_404",
    });
  }
  if (via === "browser") {
    if (look.expected === "page" && isBlank(look)) throw new EmptyShell(look.url, "no text", true);
    return;
  }
  const shell = findEmptyShell(look);
  if (shell !== null) throw new EmptyShell(look.url, shell, false);
}

function mementoOf(headers: IncomingHttpHeaders): string | null {
  const at = Date.parse(joined(headers["memento-datetime"]) ?? "");
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

function factsOf(headers: IncomingHttpHeaders): ResponseFacts {
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(joined(headers["cache-control"]) ?? "")?.[1];
  return {
    etag: joined(headers.etag),
    lastModified: joined(headers["last-modified"]),
    contentType: joined(headers["content-type"]),
    contentLanguage: joined(headers["content-language"]),
    mementoAt: mementoOf(headers),
    maxAgeSeconds: maxAge === undefined ? null : Number(maxAge),
  };
}
