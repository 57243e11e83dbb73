import { createHmac } from "node:crypto";
import { z } from "zod";
import { NoticeSchema } from "../../model/alert.ts";
import type { Delivery } from "../../model/alert.ts";
import type { Message } from "../message/compose.ts";
import { type Channel, jsonHeaders, receiptOf, SecretRefSchema, UrlSchema } from "./channel.ts";

const WebhookSettingsSchema = z.strictObject({
  url: z.union([UrlSchema, SecretRefSchema], {
    error: "an address that begins with https:// or http://, or { env: NAME } or { file: PATH }",
  }),
  /** Key with which the payload is signed. */
  secret: SecretRefSchema,
  /** Headers that the receiver wants, such as a token; values by reference. */
  headers: z.record(z.string().regex(/^[A-Za-z0-9-]+$/, "a header's name"), SecretRefSchema).default({}),
});

/** The body of a webhook, version 1. Fields may be added within a version; none is renamed or removed. */
export const WebhookPayloadSchema = z.strictObject({
  version: z.literal(1),
  /** The same for every try: a receiver that has seen it can ignore the message. */
  id: z.string(),
  kind: z.enum(["alert", "digest", "operations"]),
  createdAt: z.iso.datetime(),
  /** The line that stands alone, or the heading of a digest. */
  subject: z.string(),
  /** What those who run Habeas are told about a source; empty in alerts and digests. */
  text: z.string(),
  notices: z.array(NoticeSchema.extend({ line: z.string(), uncertain: z.string().nullable() })),
});

function webhookPayload(delivery: Delivery, message: Message): z.infer<typeof WebhookPayloadSchema> {
  const { id, kind, createdAt } = delivery;
  return {
    version: 1,
    id,
    kind,
    createdAt,
    subject: message.subject,
    text: delivery.operations?.text ?? "",
    notices: message.passages.flatMap(({ notice, line, uncertain }) =>
      notice === null ? [] : [{ ...notice, line, uncertain }],
    ),
  };
}

/**
 * Signature of a body: HMAC-SHA-256 over time and body, so that neither can be changed and an old message cannot be
 * sent again later.
 *
 * @param seconds Unix time
 */
export function signatureOf(secret: string, seconds: number, body: string): string {
  const mac = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${mac}`;
}

export const webhook: Channel<z.infer<typeof WebhookSettingsSchema>> = {
  settings: WebhookSettingsSchema,
  async send({ delivery, message }, { url, secret, headers }, tools) {
    const body = JSON.stringify(webhookPayload(delivery, message));
    const answer = await tools.http({
      url: typeof url === "string" ? url : tools.secret(url),
      method: "POST",
      headers: {
        ...Object.fromEntries(
          Object.entries(headers).map(([name, ref]) => [name.toLowerCase(), tools.secret(ref)]),
        ),
        ...jsonHeaders,
        "idempotency-key": delivery.id,
        "habeas-delivery": delivery.id,
        "habeas-signature": signatureOf(tools.secret(secret), Math.floor(tools.now() / 1000), body),
      },
      body,
    });
    return receiptOf(answer, tools.now());
  },
};
