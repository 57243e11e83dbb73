import { z } from "zod";
import { ArticleRecordSchema } from "../../model/article.ts";
import { EventSchema, PersonSchema } from "../../model/ledger.ts";
import { corroborationLag, overviewOf } from "../overview.ts";
import { DaysSchema } from "../pages/overview.tsx";
import { exportSearch, searchExportQuery } from "../pages/search-export.ts";
import { countFacets, facetLimit, searchQuery, searchQueryOf, SearchQuerySchema } from "../search-query.ts";
import { type ApiRoute, call, withNext } from "./call.ts";
import { pageRequest, pageSchema, paging } from "./lists.ts";

const read = { method: "GET", role: "viewer", scope: "read" } as const;

const counts = z.array(z.tuple([z.string(), z.int()]));
const TallySchema = z.array(z.object({ value: z.string(), total: z.int(), counts: z.array(z.int()) }));

/** Full text over the ledger, and what it amounts to. */
export const searchCalls: readonly ApiRoute[] = [
  call({
    ...read,
    path: "/search",
    summary:
      "Events, persons or articles by words in any script; newest first, persons most written of first",
    query: z.object({ ...searchQuery, ...paging }),
    answer: pageSchema(
      z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("event"), event: EventSchema }),
        z.object({ kind: z.literal("person"), person: PersonSchema }),
        z.object({ kind: z.literal("article"), article: ArticleRecordSchema }),
      ]),
    ),
    handle: async (c, { query }) =>
      withNext(c, await c.var.reading.search(searchQueryOf(query), pageRequest(query))),
  }),
  call({
    ...read,
    path: "/search/facets",
    summary: `What the hits of a search can be narrowed by, counted among the first ${facetLimit}`,
    query: SearchQuerySchema,
    answer: z.object({
      counted: z.int(),
      more: z.boolean(),
      type: counts,
      standing: counts,
      country: counts,
      lang: counts,
      source: counts,
      dates: z.object({ unit: z.enum(["day", "month", "year"]), bins: counts }),
    }),
    handle: async (c, { query }) =>
      countFacets(await c.var.reading.searchFacets(searchQueryOf(query), facetLimit + 1)),
  }),
  call({
    ...read,
    role: "analyst",
    path: "/search/export",
    summary: "The result of a search as a file, without what is restricted; noted in the audit log",
    query: z.object(searchExportQuery),
    answer: z.string(),
    handle: exportSearch,
  }),
  call({
    ...read,
    path: "/overview",
    summary: "What was told in the last 30, 90 or 365 days, and how soon others told it too",
    query: z.object({ days: DaysSchema }),
    answer: z.object({
      from: z.iso.date(),
      to: z.iso.date(),
      last: z.iso.date().nullable(),
      pieces: z.array(z.iso.date()),
      events: z.array(z.int()),
      releases: z.int(),
      released: z.int(),
      types: TallySchema,
      countries: TallySchema,
      sources: TallySchema,
      corroboration: z.object({
        events: z.int(),
        medianHours: z.number().nullable(),
        slowHours: z.number().nullable(),
      }),
    }),
    handle: async (c, { query }) => ({
      ...(await overviewOf(c.var.reading, query.days, c.var.services.now())),
      corroboration: await corroborationLag(c.var.reading),
    }),
  }),
];
