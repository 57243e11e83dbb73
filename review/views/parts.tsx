import type { Child } from "hono/jsx";
import type { LedgerEvent } from "../../model/ledger.ts";
import { plain, plural, webAddress } from "./words.ts";

/** A sign beside the word, so that nobody has to tell colours apart. */
const standingSigns: Readonly<Record<LedgerEvent["standing"], string>> = {
  claimed: "○",
  corroborated: "◉",
  confirmed: "✓",
  disputed: "⇄",
  denied: "✕",
  retracted: "↩",
};

export function Standing({ event }: { event: Pick<LedgerEvent, "standing" | "assertion" | "originIds"> }) {
  const { standing, assertion, originIds } = event;
  return (
    <span class="row">
      <span class={`badge ${standing}`} title={plural(originIds.length, "independent origin")}>
        <span aria-hidden="true">{standingSigns[standing]}</span>
        {standing}
      </span>
      {assertion === "asserted" ? null : <span class="badge">{plain(assertion)}</span>}
    </span>
  );
}

/** What went wrong with a form, read out at once; nothing when nothing did. */
export function Fault({ children }: { children?: Child }) {
  if (children === undefined || children === null) return null;
  return (
    <p class="note bad" role="alert">
      {children}
    </p>
  );
}

/** A link away from here; anything that is no web page's address is shown as text. */
export function OutLink({ url, children }: { url: string; children?: Child }) {
  const href = webAddress(url);
  return href === undefined ? (
    <span>{children ?? url}</span>
  ) : (
    <a href={href} rel="noreferrer noopener">
      {children ?? url}
    </a>
  );
}

/** A name and a value of a list of facts; nothing when there is no value. */
export function Fact({ name, children }: { name: string; children?: Child }) {
  if (children === null || children === undefined || children === "") return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Options of a select; the first one means no choice. */
export function Choices({
  name,
  label,
  any,
  values,
  chosen,
}: {
  name: string;
  label: string;
  any: string;
  values: readonly (string | readonly [value: string, title: string])[];
  chosen: string | undefined;
}) {
  return (
    <label>
      {label}
      <select name={name}>
        <option value="">{any}</option>
        {values.map((one) => {
          const [value, title] = typeof one === "string" ? [one, plain(one)] : one;
          return (
            <option value={value} selected={value === chosen}>
              {title}
            </option>
          );
        })}
      </select>
    </label>
  );
}

/** A link to the next page of a list. */
export function Pager({ url, next }: { url: URL; next: string | null }) {
  const first = new URL(url);
  first.searchParams.delete("after");
  const following = new URL(url);
  if (next !== null) following.searchParams.set("after", next);
  return (
    <nav class="pager" aria-label="Pages">
      {url.searchParams.has("after") ? <a href={first.pathname + first.search}>← First page</a> : <span />}
      {next === null ? null : (
        <a href={following.pathname + following.search} rel="next">
          Next page →
        </a>
      )}
    </nav>
  );
}
