import { z } from "zod";
import { ArticleRecordSchema, stages } from "../../model/article.ts";
import { ExtractionSchema } from "../../model/extraction.ts";
import { ClaimSchema, EventSchema, PersonSchema } from "../../model/ledger.ts";
import { notFound } from "../http/fault.ts";
import { eventFilterOf, eventQuery } from "../event-query.ts";
import { type ApiRoute, call, withNext } from "./call.ts";
import { given, pageRequest, pageSchema, paging } from "./lists.ts";

const read = { method: "GET", role: "viewer", scope: "read" } as const;

const maxIds = 200;

/** The ledger: events, claims, persons, articles, extractions. */
export const ledgerCalls: readonly ApiRoute[] = [
  call({
    ...read,
    path: "/events",
    summary: "Events, newest first",
    query: z.object({ ...eventQuery, ...paging }),
    answer: pageSchema(EventSchema),
    handle: async (c, { query }) =>
      withNext(c, await c.var.reading.events(eventFilterOf(query), pageRequest(query))),
  }),
  call({
    ...read,
    path: "/events/:id",
    summary: "An event with its claims and the articles that make them",
    answer: z.object({
      event: EventSchema,
      claims: z.array(ClaimSchema),
      articles: z.array(ArticleRecordSchema),
    }),
    async handle(c) {
      const found = await c.var.reading.eventCase(c.req.param("id") ?? "");
      if (found === null) throw notFound("event");
      return { event: found.event, claims: found.claims, articles: [...found.articles.values()] };
    },
  }),
  call({
    ...read,
    path: "/claims",
    summary: "Claims by their ids, separated by commas",
    query: z.object({
      ids: z
        .string()
        .transform((text) => text.split(","))
        .pipe(z.array(z.string()).max(maxIds)),
    }),
    answer: z.object({ items: z.array(ClaimSchema) }),
    handle: async (c, { query }) => ({ items: await c.var.reading.claims(query.ids) }),
  }),
  call({
    ...read,
    path: "/persons",
    summary: "Persons by name",
    query: z.object({
      text: z.string().max(300).optional(),
      curated: z.stringbool().optional(),
      ...paging,
    }),
    answer: pageSchema(PersonSchema),
    async handle(c, { query }) {
      const { text, curated } = query;
      return withNext(c, await c.var.reading.persons(given({ text, curated }), pageRequest(query)));
    },
  }),
  call({
    ...read,
    path: "/persons/:id",
    summary: "A person",
    answer: PersonSchema,
    async handle(c) {
      const person = await c.var.reading.person(c.req.param("id") ?? "");
      if (person === null) throw notFound("person");
      return person;
    },
  }),
  call({
    ...read,
    path: "/articles",
    summary: "Articles, newest first",
    query: z.object({
      text: z.string().max(300).optional(),
      source: z.string().max(200).optional(),
      lang: z.string().max(20).optional(),
      stage: z.enum(stages).optional(),
      ...paging,
    }),
    answer: pageSchema(ArticleRecordSchema),
    async handle(c, { query }) {
      const { text, source, lang, stage } = query;
      const filter = given({ text, sourceId: source, lang, stage });
      return withNext(c, await c.var.reading.articles(filter, pageRequest(query)));
    },
  }),
  call({
    ...read,
    path: "/articles/:id",
    summary: "An article",
    answer: ArticleRecordSchema,
    async handle(c) {
      const record = await c.var.reading.article(c.req.param("id") ?? "");
      if (record === null) throw notFound("article");
      return record;
    },
  }),
  call({
    ...read,
    path: "/articles/:id/extraction",
    summary: "What was extracted from an article last",
    answer: ExtractionSchema,
    async handle(c) {
      const extraction = await c.var.reading.extraction(c.req.param("id") ?? "");
      if (extraction === null) throw notFound("extraction");
      return extraction;
    },
  }),
];
