import { createHash } from "node:crypto";

/** What tells of the way and not of what was found, or of the order in which things came. */
const LEDGER = new Set(["articles", "extractions", "claims", "events", "persons", "personNotes"]);

/**
 * What a crawl has found, with nothing that depends on when and in which order: a line for each document.
 * @param {import("../../../storage/store.ts").Store} store
 */
export async function ledgerLines(store) {
  const lines = [];
  for await (const { collection, id, document } of store.dump()) {
    if (!LEDGER.has(collection)) continue;
    lines.push(lineOf(collection, id, document));
  }
  return lines.toSorted();
}

/** Events have ids that tell who came first; what they are is their block and their claims. */
function lineOf(collection, id, document) {
  if (collection === "events") return `events ${document.blockKey} ${digest({ ...document, id: "" })}`;
  return `${collection} ${id} ${digest(collection === "articles" ? timeless(document) : document)}`;
}

const timeless = ({ id, url, stage, outcome, article, copyKeys, copyOf }) => ({ id, url, stage, outcome: outcome && [outcome.kind, outcome.reason], article, copyKeys, copyOf });

/** The same for the same content, whatever the order of keys. */
const digest = (value) => createHash("sha256").update(JSON.stringify(ordered(value))).digest("hex").slice(0, 16);

function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, ordered(inner)]));
}

/** Lines that only one of two ledgers has. */
export function difference(expected, found) {
  const [a, b] = [new Set(expected), new Set(found)];
  return {
    missing: expected.filter((line) => !b.has(line)),
    extra: found.filter((line) => !a.has(line)),
  };
}
