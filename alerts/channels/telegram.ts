import { z } from "zod";
import { messageText, simpleHtml } from "../message/text.ts";
import { type Channel, jsonHeaders, receiptOf, SecretRefSchema, UrlSchema } from "./channel.ts";

const TelegramSettingsSchema = z.strictObject({
  /** Token of the bot. */
  token: SecretRefSchema,
  /** Number of a chat or `@name` of a channel. */
  chat: z.union([z.string().min(1), z.int()]),
  /** Server of the Bot API, for those who run their own. */
  server: UrlSchema.default("https://api.telegram.org"),
});

/** Telegram refuses texts longer than 4,096 characters. */
const maxText = 4000;

/** Text of a digest that is too long is cut between passages, never inside a tag. */
function cut(text: string): string {
  if (text.length <= maxText) return text;
  const end = text.lastIndexOf("\n\n", maxText);
  return `${text.slice(0, end > 0 ? end : 0)}\n\n…`;
}

/** Telegram, by a bot. */
export const telegram: Channel<z.infer<typeof TelegramSettingsSchema>> = {
  settings: TelegramSettingsSchema,
  async send({ message }, { token, chat, server }, tools) {
    const answer = await tools.http({
      url: `${server.replace(/\/$/, "")}/bot${tools.secret(token)}/sendMessage`,
      method: "POST",
      headers: jsonHeaders,
      body: JSON.stringify({
        chat_id: chat,
        text: cut(messageText(message, simpleHtml)),
        parse_mode: "HTML",
        link_preview_options: { is_disabled: true },
        disable_notification: message.urgency === "low",
      }),
    });
    if (answer.status === 429) {
      // Telegram says how long to wait in the body, not in a header.
      const seconds = z
        .object({ parameters: z.object({ retry_after: z.number() }) })
        .safeParse(parsed(answer.body)).data?.parameters.retry_after;
      if (seconds !== undefined) answer.headers["retry-after"] ??= String(seconds);
    }
    return receiptOf(answer, tools.now());
  },
};

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
