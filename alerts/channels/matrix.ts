import { z } from "zod";
import { messageText, plain, simpleHtml } from "../message/text.ts";
import { type Channel, jsonHeaders, receiptOf, SecretRefSchema, UrlSchema } from "./channel.ts";

const MatrixSettingsSchema = z.strictObject({
  /** Home server, such as https://matrix.example.org. */
  server: UrlSchema,
  /** Id of the room, such as !abc:example.org. */
  room: z.string().regex(/^!/, "the id of a room, which begins with !"),
  token: SecretRefSchema,
});

/** Matrix, by the client API: the delivery's id is the transaction's, so the server itself drops what comes twice. */
export const matrix: Channel<z.infer<typeof MatrixSettingsSchema>> = {
  settings: MatrixSettingsSchema,
  async send({ delivery, message }, { server, room, token }, tools) {
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/send/m.room.message/${delivery.id}`;
    const answer = await tools.http({
      url: `${server.replace(/\/$/, "")}${path}`,
      method: "PUT",
      headers: { ...jsonHeaders, authorization: `Bearer ${tools.secret(token)}` },
      body: JSON.stringify({
        msgtype: message.urgency === "low" ? "m.notice" : "m.text",
        body: messageText(message, plain),
        format: "org.matrix.custom.html",
        formatted_body: messageText(message, simpleHtml).replaceAll("\n", "<br>"),
      }),
    });
    return receiptOf(answer, tools.now());
  },
};
