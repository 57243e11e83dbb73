import type { EventType } from "../model/extraction.ts";
import type { InboxItem, InboxState } from "../model/inbox.ts";
import type { Standing } from "../model/ledger.ts";
import type { Page, PageRequest } from "./store.ts";

export interface InboxFilter {
  state?: InboxState;
  type?: EventType;
  standing?: Standing;
  /** A login; null: items that nobody has. */
  assignee?: string | null;
  sourceId?: string;
  lang?: string;
  country?: string;
  minConfidence?: number;
  /** Events that are left out, and all that name one of these persons. */
  except?: { ids: readonly string[]; personIds: readonly string[] };
}

/** The analysts' queue: one item for each event of the ledger. Most urgent first, then the longest waiting. */
export interface InboxRepository {
  get(eventId: string): Promise<InboxItem | null>;
  put(item: InboxItem): Promise<void>;
  remove(eventId: string): Promise<void>;
  list(filter: InboxFilter, page: PageRequest): Promise<Page<InboxItem>>;
  /** How many there are, counting up to `most`. */
  count(filter: InboxFilter, most: number): Promise<number>;
}
