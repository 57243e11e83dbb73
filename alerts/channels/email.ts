import { z } from "zod";
import { mailHtml } from "../message/mail-html.ts";
import { messageText, plain } from "../message/text.ts";
import type { Channel } from "./channel.ts";

const address = z.string().regex(/^[^\s<>@,;"]+@[^\s<>@,;"]+$/, "a mail address such as desk@example.org");

const EmailSettingsSchema = z.strictObject({
  to: address,
  from: address,
  /** Where the reader can leave: an https or mailto address, put into List-Unsubscribe. */
  unsubscribe: z
    .string()
    .regex(/^(?:https:\/\/|mailto:)\S+$/, "an address that begins with https:// or mailto:"),
});

/** Mail, by the SMTP server of the settings; all messages about one event are one thread. */
export const email: Channel<z.infer<typeof EmailSettingsSchema>> = {
  settings: EmailSettingsSchema,
  async send({ delivery, message }, { to, from, unsubscribe }, tools) {
    const domain = from.slice(from.lastIndexOf("@") + 1);
    const root = `<thread-${delivery.threadKey}@${domain}>`;
    return tools.mail({
      from: `Habeas <${from}>`,
      to,
      subject: message.subject,
      text: messageText(message, plain),
      html: mailHtml(message),
      messageId: message.first ? root : `<${delivery.id}@${domain}>`,
      inReplyTo: message.first ? null : root,
      headers: {
        "List-Unsubscribe": `<${unsubscribe}>`,
        "List-Id": `Habeas <${delivery.ruleId}.habeas.${domain}>`,
        "Auto-Submitted": "auto-generated",
        "X-Habeas-Delivery": delivery.id,
        ...(message.urgency === "urgent" ? { Importance: "high" } : {}),
      },
    });
  },
};
