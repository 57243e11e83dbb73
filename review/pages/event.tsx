import type { Article, ArticleRecord, Paragraph } from "../../model/article.ts";
import type { Extraction } from "../../model/extraction.ts";
import type { Claim, LedgerEvent, Party } from "../../model/ledger.ts";
import type { ReviewContext } from "../http/context.ts";
import { notFound } from "../http/fault.ts";
import type { Route } from "../http/route.ts";
import type { EventCase } from "../reading.ts";
import { claimMarks } from "../views/claim-marks.ts";
import { page } from "../views/layout.tsx";
import { MarkedText, MarkLegend } from "../views/marks.tsx";
import { Fact, OutLink, Standing } from "../views/parts.tsx";
import { capitalised, day, names, plain, plural, whom } from "../views/words.ts";

export const eventRoutes: readonly Route[] = [
  { method: "GET", path: "/events/:id", access: { role: "viewer" }, handle: showEvent },
];

async function showEvent(c: ReviewContext) {
  const found = await c.var.reading.eventCase(c.req.param("id") ?? "");
  if (found === null) throw notFound("event");
  const { event, claims } = found;
  const title = `${capitalised(plain(event.type))}: ${whom(event)}`;
  return page(
    c,
    { title },
    <>
      <div class="tight">
        <p class="small">
          <a href="/events">Events</a>
        </p>
        <div class="head">
          <h1>{title}</h1>
          <Standing event={event} />
        </div>
      </div>
      <div class="columns">
        <section class="stack" aria-labelledby="claims">
          <h2 id="claims">
            {plural(claims.length, "claim")}, {plural(event.originIds.length, "independent origin")}
          </h2>
          <MarkLegend />
          {claims.map((claim) => (
            <ClaimCard claim={claim} found={found} />
          ))}
        </section>
        <aside class="stack" aria-label="What the claims agree on">
          <EventFacts event={event} />
        </aside>
      </div>
    </>,
  );
}

function EventFacts({ event }: { event: LedgerEvent }) {
  return (
    <section class="card">
      <h2>Agreed on</h2>
      <dl class="facts">
        <Fact name="What">{capitalised(plain(event.type))}</Fact>
        <Fact name="Who">
          {event.subjects.length === 0 ? whom(event) : <Parties parties={event.subjects} />}
        </Fact>
        <Fact name="When">{day(event.date)}</Fact>
        <Fact name="Where">{event.place}</Fact>
        <Fact name="By">{event.agents.length === 0 ? null : names(event.agents)}</Fact>
        <Fact name="To">{event.recipients.length === 0 ? null : names(event.recipients)}</Fact>
        <Fact name="Term">{event.term}</Fact>
        <Fact name="Charge">{event.charge}</Fact>
        <Fact name="First told">{day(event.firstPublished)}</Fact>
        <Fact name="Last told">{day(event.lastPublished)}</Fact>
      </dl>
    </section>
  );
}

function Parties({ parties }: { parties: readonly Party[] }) {
  return (
    <ul class="tight bare">
      {parties.map(({ id, name }) => (
        <li>
          <a href={`/events?person=${encodeURIComponent(id)}`}>{name}</a>
        </li>
      ))}
    </ul>
  );
}

function ClaimCard({ claim, found }: { claim: Claim; found: EventCase }) {
  const record = found.articles.get(claim.articleId);
  const article = record?.article ?? null;
  const original = record?.copyOf ? found.articles.get(record.copyOf.articleId) : undefined;
  return (
    <article class="card" id={`claim-${claim.id}`}>
      <div class="tight">
        <h3>
          {article === null || record === undefined ? (
            claim.articleId
          ) : (
            <OutLink url={record.url}>{article.title}</OutLink>
          )}
        </h3>
        <p class="small quiet row">
          <span>{article?.sourceName ?? claim.sourceId}</span>
          <span>{day(claim.published)}</span>
          {claim.assertion === "asserted" ? null : <span class="badge">{plain(claim.assertion)}</span>}
          {claim.attributedTo.length === 0 ? null : <span>according to {names(claim.attributedTo)}</span>}
          {record?.copyOf ? <span class="badge">copy of {titleOf(original)}</span> : null}
        </p>
      </div>
      {article === null ? (
        <blockquote class="text">{claim.quote}</blockquote>
      ) : (
        <Evidence claim={claim} article={article} extraction={found.extractions.get(article.id)} />
      )}
      <p class="small quiet">
        rule <code>{claim.ruleId}</code>, confidence {claim.confidence.value.toFixed(2)}
      </p>
    </article>
  );
}

const titleOf = (record: ArticleRecord | undefined) => record?.article?.sourceName ?? "another article";

/** The paragraphs that hold the evidence, marked. */
function Evidence({
  claim,
  article,
  extraction,
}: {
  claim: Claim;
  article: Article;
  extraction: Extraction | undefined;
}) {
  const marks = claimMarks(claim, extraction, article.text);
  const holds = ({ start, end }: Paragraph) => start < claim.evidence.end && end > claim.evidence.start;
  return (
    <blockquote class="text stack" lang={article.lang} cite={article.url}>
      {article.paragraphs.filter(holds).map((paragraph) => (
        <p>
          <MarkedText text={article.text} piece={paragraph} marks={marks} />
        </p>
      ))}
    </blockquote>
  );
}
