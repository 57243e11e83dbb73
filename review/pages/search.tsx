import { z } from "zod";
import { hasRole } from "../../model/accounts.ts";
import { mainRole } from "../../model/ledger.ts";
import { wordMatcher } from "../../storage/sounds.ts";
import { type ReviewContext, viewerOf } from "../http/context.ts";
import { CursorSchema, queryOf } from "../http/form.ts";
import type { Route } from "../http/route.ts";
import type { Found } from "../reading.ts";
import { countFacets, facetLimit, type FacetCounts, searchQuery, searchQueryOf } from "../search-query.ts";
import { BarChart } from "../views/charts.tsx";
import { eventTitle } from "../views/event-parts.tsx";
import { Excerpt } from "../views/excerpt.tsx";
import { page } from "../views/layout.tsx";
import { Choices, Pager, Standing } from "../views/parts.tsx";
import { capitalised, day, plain, plural } from "../views/words.ts";
import { SavedViews } from "./saved-views.tsx";
import { exportSearch } from "./search-export.ts";

const access = { role: "viewer" } as const;

export const searchRoutes: readonly Route[] = [
  { method: "GET", path: "/search", access, handle: showSearch },
  { method: "GET", path: "/search/export", access: { role: "analyst" }, handle: exportSearch },
];

const QuerySchema = z.object({ ...searchQuery, after: CursorSchema.optional() });
type Query = z.infer<typeof QuerySchema>;

const pageLength = 20;
const tabs = [
  ["event", "Events"],
  ["person", "Persons"],
  ["article", "Articles"],
] as const;

async function showSearch(c: ReviewContext) {
  const query = queryOf(c, QuerySchema);
  const { reading } = c.var;
  const asked = searchQueryOf(query);
  const { items, next } = await reading.search(asked, {
    limit: pageLength,
    ...(query.after === undefined ? {} : { after: query.after }),
  });
  const facets = countFacets(await reading.searchFacets(asked, facetLimit + 1));
  const url = new URL(c.req.url);
  url.searchParams.delete("after");
  const hits = facets.more ? `more than ${facetLimit}` : String(facets.counted);
  return page(
    c,
    { title: query.text === undefined ? "Search" : `${query.text} · Search` },
    <>
      <div class="head">
        <h1>Search</h1>
        {hasRole(viewerOf(c).user.role, "analyst") ? <SavedViews c={c} page="search" url={url} /> : null}
      </div>
      <Question query={query} />
      <nav aria-label="What to search">
        <ul class="tabs">
          {tabs.map(([kind, title]) => (
            <li>
              <a href={linkWith(url, "kind", kind)} aria-current={kind === query.kind ? "page" : undefined}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="found">
        <aside class="stack" aria-label="Narrow down">
          <Facets c={c} query={query} facets={facets} url={url} />
        </aside>
        <section class="stack" aria-labelledby="hits">
          <div class="head">
            <h2 id="hits">
              {facets.counted === 0
                ? "Nothing found"
                : `${capitalised(hits)} ${nouns[query.kind](facets.counted)}`}
            </h2>
            <ExportLinks c={c} query={query} url={url} some={facets.counted > 0} />
          </div>
          {facets.dates.bins.length < 2 ? null : (
            <BarChart
              id="over-time"
              title={`Hits by ${facets.dates.unit}${facets.more ? `, the newest ${facetLimit}` : ""}`}
              first={capitalised(facets.dates.unit)}
              bars={facets.dates.bins.map(([bin, count]) => ({
                label: bin,
                count,
                href: linkToSpan(url, bin),
              }))}
            />
          )}
          {items.length === 0 ? (
            <NothingFound query={query} url={url} />
          ) : (
            <Hits items={items} query={query} />
          )}
          <Pager url={new URL(c.req.url)} next={next} />
        </section>
      </div>
    </>,
  );
}

const nouns = {
  event: (count: number) => (count === 1 ? "event" : "events"),
  person: (count: number) => (count === 1 ? "person" : "persons"),
  article: (count: number) => (count === 1 ? "article" : "articles"),
};

function linkWith(url: URL, name: string, value: string | null): string {
  const link = new URL(url);
  if (value === null) link.searchParams.delete(name);
  else link.searchParams.set(name, value);
  return link.pathname + link.search;
}

function linkToSpan(url: URL, bin: string): string {
  const link = new URL(url);
  link.searchParams.set("from", bin);
  link.searchParams.set("to", bin);
  return link.pathname + link.search;
}

/** What is looked for; what the facets have chosen stays chosen. */
function Question({ query }: { query: Query }) {
  const kept = [
    "kind",
    "type",
    "standing",
    "assertion",
    "country",
    "lang",
    "source",
    "person",
    "told",
  ] as const;
  return (
    <form class="ask" method="get" role="search">
      <label>
        Words and names
        <input type="search" name="text" value={query.text ?? ""} placeholder="in any script" />
      </label>
      <label>
        From
        <input
          name="from"
          value={query.from ?? ""}
          placeholder="2025-12"
          pattern="\d{4}(-\d{2}(-\d{2})?)?"
          size={10}
        />
      </label>
      <label>
        To
        <input
          name="to"
          value={query.to ?? ""}
          placeholder="2025-12-31"
          pattern="\d{4}(-\d{2}(-\d{2})?)?"
          size={10}
        />
      </label>
      <Choices
        name="script"
        label="Spelling"
        any="as it sounds, in any script"
        values={[["exact", "exactly as written"]]}
        chosen={query.script}
      />
      {kept.map((name) => {
        const value = query[name];
        return value === undefined ? null : <input type="hidden" name={name} value={value} />;
      })}
      <button class="primary" type="submit">
        Search
      </button>
    </form>
  );
}

const shownValues = 8;
const same = (value: string) => value;

function Facets({
  c,
  query,
  facets,
  url,
}: {
  c: ReviewContext;
  query: Query;
  facets: FacetCounts;
  url: URL;
}) {
  const { sourceNames, countryNames } = c.var.services;
  const all: {
    name: keyof Query;
    title: string;
    values: FacetCounts["type"];
    nameOf: (value: string) => string;
  }[] = [
    { name: "type", title: "Type", values: facets.type, nameOf: plain },
    { name: "standing", title: "Standing", values: facets.standing, nameOf: same },
    { name: "country", title: "Country", values: facets.country, nameOf: (id) => countryNames.get(id) ?? id },
    { name: "source", title: "Source", values: facets.source, nameOf: (id) => sourceNames.get(id) ?? id },
    { name: "lang", title: "Language", values: facets.lang, nameOf: languageName },
  ];
  return (
    <>
      {facets.more ? <p class="small quiet">Counted among the first {facetLimit} hits.</p> : null}
      {all.map(({ name, title, values, nameOf }) => {
        const chosen = query[name];
        const shown = values.slice(0, shownValues);
        if (shown.length === 0 && chosen === undefined) return null;
        return (
          <section class="tight">
            <h2 class="h3">{title}</h2>
            <ul class="facet small">
              {chosen === undefined ? null : (
                <li>
                  <a href={linkWith(url, name, null)}>
                    <span>✕ any {title.toLowerCase()}</span>
                  </a>
                </li>
              )}
              {shown.map(([value, count]) => (
                <li>
                  <a href={linkWith(url, name, value)} aria-current={value === chosen ? "true" : undefined}>
                    <span>{nameOf(value)}</span>
                    <span class="quiet">{count}</span>
                  </a>
                </li>
              ))}
            </ul>
            {values.length > shownValues ? (
              <p class="small quiet">and {values.length - shownValues} more</p>
            ) : null}
          </section>
        );
      })}
    </>
  );
}

const languages = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

function languageName(code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch {
    return code;
  }
}

function ExportLinks({ c, query, url, some }: { c: ReviewContext; query: Query; url: URL; some: boolean }) {
  if (!some || !hasRole(viewerOf(c).user.role, "analyst")) return null;
  const link = (format: string) => {
    const to = new URL(url);
    to.pathname = "/search/export";
    to.searchParams.set("format", format);
    return to.pathname + to.search;
  };
  const formats = query.kind === "event" ? ["csv", "jsonl", "ics", "rss"] : ["csv", "jsonl"];
  return (
    <p class="row small no-print">
      <span class="quiet">Take it along:</span>
      {formats.map((format) => (
        <a href={link(format)} download="">
          {format === "jsonl" ? "JSON lines" : format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}

function NothingFound({ query, url }: { query: Query; url: URL }) {
  return (
    <div class="empty tight">
      <p>Nothing is known that fits.</p>
      {query.text !== undefined && query.script === "exact" ? (
        <p>
          <a href={linkWith(url, "script", null)}>Look for the sound of it, in any script</a>
        </p>
      ) : null}
    </div>
  );
}

function Hits({ items, query }: { items: readonly Found[]; query: Query }) {
  const matches = query.text === undefined ? () => false : wordMatcher(query.text, query.script === "exact");
  return (
    <ol class="hits">
      {items.map((item) => (
        <li>
          <Hit item={item} matches={matches} />
        </li>
      ))}
    </ol>
  );
}

function Hit({ item, matches }: { item: Found; matches: (word: string) => boolean }) {
  if (item.kind === "event") {
    const { event } = item;
    return (
      <>
        <a href={`/events/${encodeURIComponent(event.id)}`}>
          <Excerpt text={eventTitle(event)} matches={matches} />
        </a>
        <span class="row small quiet">
          <span>{event.date === null ? `told ${day(event.firstPublished)}` : day(event.date)}</span>
          {event.place === null ? null : <span>{event.place}</span>}
          {event.term === null ? null : <span>{event.term}</span>}
          <Standing event={event} />
          <span>{plural(event.sourceIds.length, "source")}</span>
        </span>
      </>
    );
  }
  if (item.kind === "person") {
    const { person } = item;
    const others = person.names.filter((name) => name !== person.name).slice(0, 8);
    return (
      <>
        <a href={`/persons/${encodeURIComponent(person.id)}`}>
          <Excerpt text={person.name} matches={matches} />
        </a>
        {others.length === 0 ? null : (
          <span class="small">
            <Excerpt text={others.join(", ")} matches={matches} />
          </span>
        )}
        <span class="small quiet">
          {mainRole(person)}, {plural(person.articleIds.length, "article")}
        </span>
      </>
    );
  }
  const { id, article, hint, url, sourceId } = item.article;
  const body = article?.text.slice(article.paragraphs[0]?.end ?? 0).trim() ?? "";
  return (
    <>
      <a href={`/articles/${id}`} lang={article?.lang}>
        <Excerpt text={article?.title ?? hint.title ?? url} matches={matches} />
      </a>
      {body === "" ? null : (
        <span class="small" lang={article?.lang}>
          <Excerpt text={body} matches={matches} length={220} />
        </span>
      )}
      <span class="small quiet">
        {article?.sourceName ?? sourceId}, {day(article?.published ?? hint.published)}
      </span>
    </>
  );
}
