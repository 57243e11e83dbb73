import { z } from "zod";

/** Payloads of the queue's jobs: ids only, never page content. The keys are the closed union of job names. */
export const jobPayloads = {
  /** Read one endpoint of a source and note the articles that it announces. */
  poll: z.strictObject({ sourceId: z.string(), endpointUrl: z.string() }),
  /** Address → capture and article. */
  fetch: z.strictObject({ articleId: z.string() }),
  /** Article → extraction. */
  extract: z.strictObject({ articleId: z.string() }),
  /** Extraction → claims, persons and events. */
  resolve: z.strictObject({ articleId: z.string() }),
  /** Changes of the ledger → deliveries in the outbox. */
  notify: z.strictObject({}),
  /** What is due in the outbox → one target. */
  deliver: z.strictObject({ targetId: z.string() }),
} as const;

export type JobName = keyof typeof jobPayloads;
export type JobPayload<N extends JobName> = z.infer<(typeof jobPayloads)[N]>;
export const jobNames = Object.keys(jobPayloads) as JobName[];
