import { z } from "zod";
import type { Urgency } from "../../model/alert.ts";
import { messageText, plain } from "../message/text.ts";
import { type Channel, jsonHeaders, receiptOf, SecretRefSchema, UrlSchema } from "./channel.ts";

const NtfySettingsSchema = z.strictObject({
  server: UrlSchema.default("https://ntfy.sh"),
  /** On a public server whoever knows the topic can read along, so it is a secret. */
  topic: SecretRefSchema,
  token: SecretRefSchema.optional(),
});

const priorities: Record<Urgency, number> = { low: 2, normal: 3, high: 4, urgent: 5 };

/** ntfy: notifications on phones and desktops. */
export const ntfy: Channel<z.infer<typeof NtfySettingsSchema>> = {
  settings: NtfySettingsSchema,
  async send({ message }, { server, topic, token }, tools) {
    const click = message.passages[0]?.links[0]?.url ?? message.passages[0]?.evidence?.url;
    const [, ...rest] = messageText(message, plain).split("\n");
    const answer = await tools.http({
      url: server,
      method: "POST",
      headers: {
        ...jsonHeaders,
        ...(token === undefined ? {} : { authorization: `Bearer ${tools.secret(token)}` }),
      },
      body: JSON.stringify({
        topic: tools.secret(topic),
        title: message.subject,
        message: rest.join("\n").trim().slice(0, 4000),
        priority: priorities[message.urgency],
        tags: message.passages[0]?.tags ?? [],
        ...(click === undefined ? {} : { click }),
      }),
    });
    return receiptOf(answer, tools.now());
  },
};
