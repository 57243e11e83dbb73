import { z } from "zod";
import { type ArticleRecord, ArticleRecordSchema } from "../model/article.ts";
import { Permanent, Retryable } from "../model/errors.ts";
import { ClaimSchema, EventSchema, PersonSchema } from "../model/ledger.ts";
import type { Found, Reading } from "../review/reading.ts";
import type { Page, PageRequest, Store } from "../storage/store.ts";

/** What commands read of the ledger, from the store or from a review app elsewhere. */
export interface LedgerReader {
  events: Pick<Store["events"], "get" | "list">;
  claims: Pick<Store["claims"], "get">;
  persons: Pick<Store["persons"], "get" | "list">;
  articles: Pick<Store["articles"], "get">;
}

/** A review app elsewhere also searches. */
export interface RemoteLedger extends LedgerReader {
  search: Reading["search"];
}

const FoundSchema: z.ZodType<Found> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("event"), event: EventSchema }),
  z.object({ kind: z.literal("person"), person: PersonSchema }),
  z.object({ kind: z.literal("article"), article: ArticleRecordSchema }),
]);
const maxPage = 500;
const maxIds = 200;
const timeoutMs = 30_000;

const at = (path: string, id: string): string => `${path}/${encodeURIComponent(id)}`;

/**
 * Reads the ledger of a review app through its API: what the token's owner must not see is not there.
 *
 * @param url the app's address; @param token made on its account page
 */
export function createRemoteLedger(url: string, token: string): RemoteLedger {
  const request = async (path: string, query: Record<string, string | number | undefined> = {}) => {
    const address = new URL(`/api/v1${path}`, url);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) address.searchParams.set(name, String(value));
    const headers = { authorization: `Bearer ${token}`, accept: "application/json" };
    try {
      return await fetch(address, { headers, signal: AbortSignal.timeout(timeoutMs), redirect: "error" });
    } catch (cause) {
      throw new Retryable(`no review app answers at ${url} (HABEAS_URL): ${(cause as Error).message}`, {
        cause,
      });
    }
  };
  const get = async <T>(
    schema: z.ZodType<T>,
    path: string,
    query?: Record<string, string | number | undefined>,
  ) => {
    const answer = await request(path, query);
    if (answer.status === 404) return null;
    const body: unknown = await answer.json().catch(() => null);
    if (!answer.ok) {
      const { detail } = z.object({ detail: z.string() }).catch({ detail: answer.statusText }).parse(body);
      throw new Permanent(`the review app at ${url} says ${answer.status}: ${detail}`);
    }
    return schema.parse(body);
  };
  const pages = async <T>(
    item: z.ZodType<T>,
    path: string,
    query: object,
    page: PageRequest,
  ): Promise<Page<T>> => {
    const schema = z.object({ items: z.array(item), next: z.string().nullable() });
    const items: T[] = [];
    let next = page.after ?? null;
    do {
      const limit = Math.min(maxPage, page.limit - items.length);
      const found = await get(schema, path, { ...query, limit, after: next ?? undefined });
      items.push(...(found?.items ?? []));
      next = found?.next ?? null;
    } while (next !== null && items.length < page.limit);
    return { items, next };
  };
  return {
    events: {
      async get(id) {
        const schema = z.object({ event: EventSchema });
        return (await get(schema, at("/events", id)))?.event ?? null;
      },
      list({ type, assertion, sourceId, personId, from, to }, page) {
        const query = { type, assertion, source: sourceId, person: personId, from, to };
        return pages(EventSchema, "/events", query, page);
      },
    },
    claims: {
      async get(ids) {
        const schema = z.object({ items: z.array(ClaimSchema) });
        const found = [];
        for (let index = 0; index < ids.length; index += maxIds) {
          const some = ids.slice(index, index + maxIds).join(",");
          found.push(...((await get(schema, "/claims", { ids: some }))?.items ?? []));
        }
        return found;
      },
    },
    persons: {
      get: (id) => get(PersonSchema, at("/persons", id)),
      list: ({ text, curated }, page) =>
        pages(
          PersonSchema,
          "/persons",
          { text, curated: curated === undefined ? undefined : String(curated) },
          page,
        ),
    },
    search(query, page) {
      const { kind, text, exactScript, type, standing, assertion, country, lang, told, from, to } = query;
      const asked = { kind, text, type, standing, assertion, country, lang, told, from, to };
      const others = {
        script: exactScript ? "exact" : undefined,
        source: query.sourceId,
        person: query.personId,
      };
      return pages(FoundSchema, "/search", { ...asked, ...others }, page);
    },
    articles: {
      get: (id) => get(ArticleRecordSchema as z.ZodType<ArticleRecord>, at("/articles", id)),
    },
  };
}
