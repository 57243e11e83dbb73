import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { Capture } from "../../model/article.ts";
import { Blocked, type HabeasError, Permanent, RateLimited, Retryable } from "../../model/errors.ts";
import { decodeText } from "./charset.ts";
import { findWall } from "./classify.ts";
import { isGzip } from "./content-coding.ts";
import { type BodyPlan, type HttpResponse, joined } from "./http.ts";
import { type Expectation, isHtml, isReadableType } from "./media-type.ts";
import { errorOfStatus } from "./status.ts";
import type { FetchRequest, FetchResult, Redirect, ResponseFacts } from "./types.ts";

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
    throw new Permanent(`is of type ${contentType}, not a ${expected}`);
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
}

/** Turns the last response of a fetch into its result, or into the error that it means. */
export function readAnswer(
  context: AnswerContext,
  url: URL,
  response: HttpResponse,
  via: Capture["via"],
): FetchResult {
  const { request, redirects, robots, startedAt, now } = context;
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
  refuseWall(context, url, response, decoded.text, failure);
  if (failure) throw failure;
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
  return { ...answer, notModified: false, body, text: decoded.text, charset: decoded.charset, hash, capture };
}

function refuseWall(
  { request }: AnswerContext,
  url: URL,
  { status, headers }: HttpResponse,
  html: string,
  failure: HabeasError | null,
): void {
  // A host that says when to come back, and a page that is gone, mean what they say.
  if (failure && !(failure instanceof Blocked) && status !== 503) return;
  if (failure instanceof RateLimited && joined(headers["cf-mitigated"]) === null) return;
  if (!isHtml(joined(headers["content-type"]), html)) return;
  const wall = findWall({
    status,
    requestedUrl: request.url,
    url: url.href,
    header: (name) => joined(headers[name]),
    html,
    expected: request.expect ?? "page",
  });
  if (wall) {
    throw new Blocked(
      `${url.href} shows a ${wall.cause} page in place of the article (${wall.evidence})`,
      wall.cause,
      {
        url: url.href,
      },
    );
  }
}

function factsOf(headers: IncomingHttpHeaders): ResponseFacts {
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(joined(headers["cache-control"]) ?? "")?.[1];
  return {
    etag: joined(headers.etag),
    lastModified: joined(headers["last-modified"]),
    contentType: joined(headers["content-type"]),
    contentLanguage: joined(headers["content-language"]),
    maxAgeSeconds: maxAge === undefined ? null : Number(maxAge),
  };
}
