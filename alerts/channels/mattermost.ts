import { z } from "zod";
import { markdown, messageText } from "../message/text.ts";
import { type Channel, jsonHeaders, receiptOf, SecretRefSchema } from "./channel.ts";

const MattermostSettingsSchema = z.strictObject({
  /** Address of an incoming webhook: whoever knows it can post, so it is a secret. */
  url: SecretRefSchema,
  channel: z.string().min(1).optional(),
});

/** Mattermost (and what speaks like it), by an incoming webhook. */
export const mattermost: Channel<z.infer<typeof MattermostSettingsSchema>> = {
  settings: MattermostSettingsSchema,
  async send({ message }, { url, channel }, tools) {
    const answer = await tools.http({
      url: tools.secret(url),
      method: "POST",
      headers: jsonHeaders,
      body: JSON.stringify({
        text: messageText(message, markdown).slice(0, 16_000),
        ...(channel === undefined ? {} : { channel }),
      }),
    });
    return receiptOf(answer, tools.now());
  },
};
