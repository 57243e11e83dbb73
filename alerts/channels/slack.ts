import { z } from "zod";
import { messageText, mrkdwn } from "../message/text.ts";
import { type Channel, jsonHeaders, receiptOf, SecretRefSchema } from "./channel.ts";

const SlackSettingsSchema = z.strictObject({
  /** Address of an incoming webhook: whoever knows it can post, so it is a secret. */
  url: SecretRefSchema,
});

/** Slack refuses a section longer than 3,000 characters. */
const maxSection = 2900;

/** Slack, by an incoming webhook. */
export const slack: Channel<z.infer<typeof SlackSettingsSchema>> = {
  settings: SlackSettingsSchema,
  async send({ message }, { url }, tools) {
    const sections = messageText(message, mrkdwn)
      .split("\n\n")
      .map((text) => ({ type: "section", text: { type: "mrkdwn", text: text.slice(0, maxSection) } }));
    const body = {
      // What notifications and screen readers tell.
      text: mrkdwn.text(message.subject),
      blocks: sections.slice(0, 50),
      unfurl_links: false,
    };
    const answer = await tools.http({
      url: tools.secret(url),
      method: "POST",
      headers: jsonHeaders,
      body: JSON.stringify(body),
    });
    return receiptOf(answer, tools.now());
  },
};
