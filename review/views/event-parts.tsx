import type { Article, ArticleRecord, Paragraph } from "../../model/article.ts";
import type { Extraction } from "../../model/extraction.ts";
import type { Claim, LedgerEvent, Party } from "../../model/ledger.ts";
import type { EventCase } from "../reading.ts";
import { claimMarks } from "./claim-marks.ts";
import { MarkedText } from "./marks.tsx";
import { Fact, OutLink } from "./parts.tsx";
import { capitalised, day, names, plain, whom } from "./words.ts";

/** What an event is about, in one line. */
export const eventTitle = (event: LedgerEvent): string => `${capitalised(plain(event.type))}: ${whom(event)}`;

/** The slots that the claims agree on. */
export function EventFacts({ event, inline = false }: { event: LedgerEvent; inline?: boolean }) {
  return (
    <section class="card" aria-label="Agreed on">
      {inline ? null : <h2>Agreed on</h2>}
      <dl class={inline ? "facts inline" : "facts"}>
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
          <a href={`/persons/${encodeURIComponent(id)}`}>{name}</a>
        </li>
      ))}
    </ul>
  );
}

/** One claim: who tells it, where, and the paragraph with its evidence marked. */
export function ClaimCard({
  claim,
  found,
  editable = false,
}: {
  claim: Claim;
  found: EventCase;
  /** Whether words selected in the text may become slots of the event. */
  editable?: boolean;
}) {
  const record = found.articles.get(claim.articleId);
  const article = record?.article ?? null;
  const original = record?.copyOf ? found.articles.get(record.copyOf.articleId) : undefined;
  return (
    <article class="card" id={`claim-${claim.id}`}>
      <div class="tight">
        <h3>
          {article === null ? (
            claim.articleId
          ) : (
            <a href={`/articles/${article.id}#claim-${claim.id}`}>{article.title}</a>
          )}
        </h3>
        <p class="small quiet row">
          <span>{article?.sourceName ?? claim.sourceId}</span>
          <span>{day(claim.published)}</span>
          {claim.assertion === "asserted" ? null : <span class="badge">{plain(claim.assertion)}</span>}
          {claim.attributedTo.length === 0 ? null : <span>according to {names(claim.attributedTo)}</span>}
          {record === undefined ? null : <OutLink url={record.url}>original page</OutLink>}
          {record?.copyOf ? <span class="badge">copy of {titleOf(original)}</span> : null}
        </p>
      </div>
      {article === null ? (
        <blockquote class="text">{claim.quote}</blockquote>
      ) : (
        <Evidence
          claim={claim}
          article={article}
          extraction={found.extractions.get(article.id)}
          edit={editable ? { "data-select-edit": `/events/${encodeURIComponent(found.event.id)}/edit` } : {}}
        />
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
  edit,
}: {
  claim: Claim;
  article: Article;
  extraction: Extraction | undefined;
  edit: Record<string, string>;
}) {
  const marks = claimMarks(claim, extraction, article.text);
  const holds = ({ start, end }: Paragraph) => start < claim.evidence.end && end > claim.evidence.start;
  return (
    <blockquote class="text stack" lang={article.lang} cite={article.url} {...edit}>
      {article.paragraphs.filter(holds).map((paragraph) => (
        <p>
          <MarkedText text={article.text} piece={paragraph} marks={marks} />
        </p>
      ))}
    </blockquote>
  );
}
