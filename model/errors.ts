/** Causes for which a site does not let us read a page. */
export const blockCauses = ["waf", "consent", "paywall", "login", "geo", "robots", "captcha"] as const;
export type BlockCause = (typeof blockCauses)[number];

/** What went wrong, for outcomes and figures; the class of the error decides what follows from it. */
export const troubles = [
  "soft_404",
  "empty_shell",
  "too_large",
  "wrong_type",
  "timeout",
  "dns",
  "tls",
  "refused",
  "connection",
  "server_error",
] as const;
export type Trouble = (typeof troubles)[number];

interface Details {
  /** Address that was being worked on. */
  url?: string;
  sourceId?: string;
  cause?: unknown;
  trouble?: Trouble | undefined;
}

/** Base of the taxonomy: the class of an error decides what the queue does with the job. */
export abstract class HabeasError extends Error {
  readonly url: string | undefined;
  readonly sourceId: string | undefined;
  readonly trouble: Trouble | undefined;

  constructor(message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.url = details.url;
    this.sourceId = details.sourceId;
    this.trouble = details.trouble;
  }
}

/** Worth another try: network trouble, 5xx. Backoff with jitter. */
export class Retryable extends HabeasError {}

/** Our own store or queue is away, locked or full: no job's fault. Waiting for it spends no attempt. */
export class Unavailable extends Retryable {}

/** The host asked us to come back later; waiting spends no attempt. */
export class RateLimited extends HabeasError {
  /** Epoch milliseconds before which no request may be made. */
  readonly until: number;
  /** False when the time is our own guess, because the host asked us to wait without saying how long. */
  readonly asked: boolean;

  constructor(message: string, until: number, details: Details & { asked?: boolean } = {}) {
    super(message, details);
    this.until = until;
    this.asked = details.asked ?? true;
  }
}

/** The page exists but is not shown to us; an outcome with its cause, not a failure. */
export class Blocked extends HabeasError {
  readonly blockCause: BlockCause;

  constructor(message: string, blockCause: BlockCause, details: Details = {}) {
    super(message, details);
    this.blockCause = blockCause;
  }
}

/** 404, 410: there is nothing any more. */
export class Gone extends HabeasError {
  /** True for 410: the site says that it will not come back. */
  readonly forGood: boolean;

  constructor(message: string, details: Details & { forGood?: boolean } = {}) {
    super(message, details);
    this.forGood = details.forGood ?? false;
  }
}

/** Will fail in the same way next time: wrong type, too large, unreadable, forbidden address, bad configuration. */
export class Permanent extends HabeasError {}

/** Our own fault: goes to the dead letters at once, with its stack. */
export class Bug extends HabeasError {}
