/** Causes for which a site does not let us read a page. */
export const blockCauses = ["waf", "consent", "paywall", "login", "geo", "robots", "captcha"] as const;
export type BlockCause = (typeof blockCauses)[number];

interface Details {
  /** Address that was being worked on. */
  url?: string;
  sourceId?: string;
  cause?: unknown;
}

/** Base of the taxonomy: the class of an error decides what the queue does with the job. */
export abstract class HabeasError extends Error {
  readonly url: string | undefined;
  readonly sourceId: string | undefined;

  constructor(message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.url = details.url;
    this.sourceId = details.sourceId;
  }
}

/** Worth another try: network trouble, 5xx. Backoff with jitter. */
export class Retryable extends HabeasError {}

/** The host asked us to come back later; waiting spends no attempt. */
export class RateLimited extends HabeasError {
  /** Epoch milliseconds before which no request may be made. */
  readonly until: number;

  constructor(message: string, until: number, details: Details = {}) {
    super(message, details);
    this.until = until;
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
