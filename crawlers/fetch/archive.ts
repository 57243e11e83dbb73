import { z } from "zod";
import { Blocked, Gone, Permanent } from "../../model/errors.ts";
import type { Fetched, Fetcher } from "./types.ts";

/** Answer of the availability interface of the Internet Archive's Wayback Machine. */
const AvailabilitySchema = z.object({
  archived_snapshots: z.object({
    closest: z
      .object({
        available: z.boolean(),
        url: z.url(),
        timestamp: z.string().regex(/^\d{14}$/),
        status: z.string(),
      })
      .optional(),
  }),
});

export interface ArchiveOptions {
  fetcher: Pick<Fetcher, "fetch">;
  /** Address of the availability interface: `https://archive.org/wayback/available`. */
  availabilityUrl: string;
}

export interface ArchiveRequest {
  url: string;
  /** The memento nearest to this time is wanted; the newest one when null. ISO. */
  near: string | null;
  maxWaitMs?: number;
  signal?: AbortSignal;
}

/** Web archives that keep pages which are gone, or not shown to us. */
export interface Archive {
  /**
   * The page as it was archived, under its own address; the capture says where and when. null when the archive has none.
   * @throws what a fetch throws, about the archive
   */
  find(request: ArchiveRequest): Promise<Fetched | null>;
}

/**
 * Whether an archive may stand in: for pages that are gone, and where a machine or a border keeps us out. A publisher's
 * own decision (robots.txt, paywall, login) is not gone around.
 */
export function mayBeArchived(error: unknown): boolean {
  if (error instanceof Gone) return true;
  return error instanceof Blocked && ["waf", "captcha", "geo"].includes(error.blockCause);
}

/** Creates the reader of archived pages (Wayback availability interface; mementos as of RFC 7089). */
export function createArchive({ fetcher, availabilityUrl }: ArchiveOptions): Archive {
  return {
    async find({ url, near, ...patience }) {
      const question = new URL(availabilityUrl);
      question.searchParams.set("url", url);
      const timestamp = near?.replaceAll(/\D/g, "").slice(0, 14);
      if (timestamp) question.searchParams.set("timestamp", timestamp);
      const answer = await fetcher.fetch({ ...patience, url: question.href, expect: "feed" });
      if (answer.notModified) return null;
      const closest = snapshotOf(answer);
      if (closest === null) return null;
      // `id_` asks for the bytes as they were, without the archive's own banner and rewritten links.
      const memento = closest.url.replace(`/web/${closest.timestamp}/`, `/web/${closest.timestamp}id_/`);
      const page = await fetcher.fetch({ ...patience, url: memento });
      if (page.notModified) return null;
      const at = page.headers.mementoAt ?? isoOf(closest.timestamp);
      return { ...page, url, capture: { ...page.capture, url, archived: { url: page.url, at } } };
    },
  };
}

function snapshotOf({ text, url }: Fetched) {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Permanent(`${url} did not answer with JSON`, { url, cause });
  }
  const parsed = AvailabilitySchema.safeParse(json);
  if (!parsed.success)
    throw new Permanent(`${url} answered in an unknown form`, { url, cause: parsed.error });
  const { closest } = parsed.data.archived_snapshots;
  return closest?.available && closest.status === "200" ? closest : null;
}

/** `20240131093015` as ISO; archives count in UTC. */
function isoOf(timestamp: string): string {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(timestamp) ?? [];
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
}
