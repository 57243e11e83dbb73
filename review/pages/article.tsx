import { hasRole } from "../../model/accounts.ts";
import type { Article, ArticleRecord, Paragraph } from "../../model/article.ts";
import type { Extraction } from "../../model/extraction.ts";
import type { Claim } from "../../model/ledger.ts";
import { audit, type ReviewContext, viewerOf } from "../http/context.ts";
import { notFound } from "../http/fault.ts";
import type { Route } from "../http/route.ts";
import { claimMarks } from "../views/claim-marks.ts";
import { page } from "../views/layout.tsx";
import { type Mark, MarkedText, MarkLegend } from "../views/marks.tsx";
import { Fact, OutLink } from "../views/parts.tsx";
import { capitalised, day, moment, names, plain } from "../views/words.ts";
import { RestrictForm } from "./event.tsx";

const access = { role: "viewer" } as const;

export const articleRoutes: readonly Route[] = [
  { method: "GET", path: "/articles/:id", access, handle: showArticle },
  { method: "GET", path: "/articles/:id/original", access, handle: showOriginal },
];

/** Zones from which no events are taken; they are shown, but stand back. */
const backgroundZones: ReadonlySet<string> = new Set(["faq", "tip", "teaser", "newsletter", "bio"]);

async function showArticle(c: ReviewContext) {
  const { reading } = c.var;
  const record = await reading.article(c.req.param("id") ?? "");
  if (record === null) throw notFound("article");
  const { article } = record;
  if (article === null) return unreadPage(c, record);
  const extraction = await reading.extraction(record.id);
  const claims = await reading.claimsOfArticle(record.id);
  const claimEvents = await eventsOf(c, claims);
  const { role } = viewerOf(c).user;
  const mayAdd = hasRole(role, "analyst");
  return page(
    c,
    { title: article.title },
    <>
      <div class="tight">
        <h1 lang={article.lang}>{article.title}</h1>
        <p class="row small quiet">
          <span>{article.sourceName}</span>
          <span>{article.published === null ? "undated" : day(article.published)}</span>
          {article.authors.length === 0 ? null : <span>{article.authors.join(", ")}</span>}
          <OutLink url={record.url}>original page</OutLink>
          {article.captureHash === null ? null : (
            <a href={`/articles/${record.id}/original`}>as it was captured</a>
          )}
          {record.copyOf === null ? null : (
            <a class="badge" href={`/articles/${record.copyOf.articleId}`}>
              copy, {Math.round(record.copyOf.similarity * 100)} % the same
            </a>
          )}
        </p>
      </div>
      <div class="columns">
        <section class="card" aria-label="Text">
          <MarkLegend />
          {mayAdd ? (
            <p class="small quiet no-print">
              Select words to add an event that was missed, or{" "}
              <a href={`/articles/${record.id}/add`}>add one by hand</a>.
            </p>
          ) : null}
          <div
            class="text stack"
            lang={article.lang}
            {...(mayAdd ? { "data-select-add": `/articles/${record.id}/add` } : {})}
          >
            <Text article={article} marks={marksOf(article, extraction, claims)} />
          </div>
        </section>
        <aside class="stack" aria-label="What was found in it">
          {claims.map((claim) => (
            <ClaimNote claim={claim} eventId={claimEvents.get(claim.id)} />
          ))}
          {claims.length === 0 ? <p class="empty">No events were found in this article.</p> : null}
          <Found extraction={extraction} />
          <RecordFacts record={record} extraction={extraction} />
          {hasRole(role, "editor") ? <RestrictForm c={c} kind="article" id={record.id} /> : null}
        </aside>
      </div>
    </>,
  );
}

function unreadPage(c: ReviewContext, record: ArticleRecord) {
  return page(
    c,
    { title: record.hint.title ?? "Article" },
    <>
      <h1>{record.hint.title ?? "An article that was not read"}</h1>
      <section class="card">
        <p>
          Its page has not been read{record.outcome === null ? " yet" : `: ${plain(record.outcome.kind)}`}.
        </p>
        {record.outcome?.reason ? <p class="quiet">{record.outcome.reason}</p> : null}
        <p>
          <OutLink url={record.url} />
        </p>
      </section>
    </>,
  );
}

/** The event that each claim belongs to, as far as the viewer sees it. */
async function eventsOf(c: ReviewContext, claims: readonly Claim[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const subjects = new Set(claims.flatMap((claim) => claim.subjects.map(({ id }) => id)));
  const agents = new Set(claims.flatMap((claim) => claim.agents.map(({ id }) => id)));
  const own = new Set(claims.map(({ id }) => id));
  for (const personId of [...subjects, ...agents].slice(0, 60)) {
    const { items } = await c.var.reading.events({ personId }, { limit: 100 });
    for (const { id, claimIds } of items)
      for (const claimId of claimIds) if (own.has(claimId) && !found.has(claimId)) found.set(claimId, id);
  }
  return found;
}

function marksOf(article: Article, extraction: Extraction | null, claims: readonly Claim[]): Mark[] {
  const marks = claims.flatMap((claim) => claimMarks(claim, extraction ?? undefined, article.text));
  for (const person of extraction?.persons ?? [])
    for (const span of person.mentions)
      marks.push({ ...span, kind: "mention", label: `${person.role}: ${person.canonical}` });
  for (const condition of extraction?.conditions ?? [])
    marks.push({
      ...condition.evidence,
      kind: "condition",
      label: `condition: ${plain(condition.category)}`,
    });
  return marks;
}

function Text({ article, marks }: { article: Article; marks: readonly Mark[] }) {
  const body = article.paragraphs.filter(({ zone }) => zone !== "headline");
  return (
    <>
      {body.map((paragraph) => (
        <TextParagraph article={article} paragraph={paragraph} marks={marks} />
      ))}
    </>
  );
}

interface ParagraphProps {
  article: Article;
  paragraph: Paragraph;
  marks: readonly Mark[];
}

function TextParagraph({ article, paragraph, marks }: ParagraphProps) {
  const { zone, at } = paragraph;
  const isBackground = backgroundZones.has(zone);
  const words = <MarkedText text={article.text} piece={paragraph} marks={marks} />;
  const note = zone === "body" || zone === "lead" ? null : <span class="zone">{zone}</span>;
  return (
    <p class={isBackground ? "background" : ""}>
      {note}
      {at === undefined ? null : <time class="zone">{at}</time>}
      {words}
    </p>
  );
}

function ClaimNote({ claim, eventId }: { claim: Claim; eventId: string | undefined }) {
  const title = `${capitalised(plain(claim.type))}: ${names(claim.subjects) || (claim.group?.label ?? "nobody named")}`;
  return (
    <article class="card" id={`claim-${claim.id}`}>
      <h2 class="h3">
        {eventId === undefined ? title : <a href={`/events/${encodeURIComponent(eventId)}`}>{title}</a>}
      </h2>
      <dl class="facts">
        <Fact name="Told as">{plain(claim.assertion)}</Fact>
        <Fact name="When">{claim.date === null ? null : day(claim.date)}</Fact>
        <Fact name="Where">{claim.place}</Fact>
        <Fact name="Term">{claim.term}</Fact>
        <Fact name="By">{claim.agents.length === 0 ? null : names(claim.agents)}</Fact>
        <Fact name="According to">{claim.attributedTo.length === 0 ? null : names(claim.attributedTo)}</Fact>
      </dl>
    </article>
  );
}

function Found({ extraction }: { extraction: Extraction | null }) {
  if (extraction === null) return null;
  const { persons, conditions } = extraction;
  return (
    <section class="card" aria-labelledby="found">
      <h2 id="found">Found in it</h2>
      <dl class="facts">
        <Fact name="Persons">
          {persons.length === 0
            ? null
            : persons.map(({ canonical, role }) => (
                <span class="block">
                  {canonical} <span class="quiet">{role}</span>
                </span>
              ))}
        </Fact>
        <Fact name="Conditions">
          {conditions.length === 0
            ? null
            : conditions.map(({ category, persons: whom, assertion }) => (
                <span class="block">
                  {capitalised(plain(category))}
                  <span class="quiet">
                    {" "}
                    {whom.join(", ")} {assertion === "asserted" ? "" : `(${assertion})`}
                  </span>
                </span>
              ))}
        </Fact>
      </dl>
    </section>
  );
}

function RecordFacts({ record, extraction }: { record: ArticleRecord; extraction: Extraction | null }) {
  return (
    <section class="card" aria-labelledby="record">
      <h2 id="record">How it came here</h2>
      <dl class="facts">
        <Fact name="Found">{moment(record.discoveredAt)}</Fact>
        <Fact name="Read">{record.outcome === null ? null : moment(record.outcome.at)}</Fact>
        <Fact name="Stage">{record.stage}</Fact>
        <Fact name="Language">{record.article?.lang}</Fact>
        <Fact name="Extractor">{extraction?.extractorVersion}</Fact>
      </dl>
    </section>
  );
}

/** The captured bytes are somebody else's page: they are shown as text, where nothing of them can run or load. */
async function showOriginal(c: ReviewContext) {
  const record = await c.var.reading.article(c.req.param("id") ?? "");
  const hash = record?.article?.captureHash ?? null;
  const capture = hash === null ? null : await c.var.reading.capture(hash);
  if (record === null || capture === null) throw notFound("capture");
  await audit(c, "capture.view", { kind: "article", id: record.id });
  const text = new TextDecoder(capture.charset ?? "utf-8").decode(capture.body);
  return page(
    c,
    { title: "As it was captured" },
    <>
      <h1>As it was captured</h1>
      <p class="row small quiet">
        <a href={`/articles/${record.id}`}>{record.article?.title}</a>
        <span>{moment(capture.fetchedAt)}</span>
        <span>{capture.body.length} bytes</span>
        <code>{hash}</code>
      </p>
      <pre class="card source" tabindex={0} aria-label="The page's source">
        {text}
      </pre>
    </>,
  );
}
