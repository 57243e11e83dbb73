import { createTransport } from "nodemailer";
import { Permanent, Retryable } from "../../model/errors.ts";
import type { Mail, Receipt } from "./channel.ts";

export interface Mailer {
  send(mail: Mail): Promise<Receipt>;
  close(): void;
}

/**
 * A connection to a mail server, opened when the first mail goes out.
 *
 * @param url `smtp://user:password@host:port` or `smtps://…`
 */
export function createMailer(url: string, timeoutMs = 20_000): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ from, to, subject, text, html, messageId, inReplyTo, headers }) {
      try {
        const info = await transport.sendMail({
          from,
          to,
          subject,
          text,
          html,
          messageId,
          headers,
          ...(inReplyTo === null ? {} : { inReplyTo, references: inReplyTo }),
        });
        return { code: Number(info.response.slice(0, 3)) || null, answer: info.response };
      } catch (error) {
        const { responseCode, message, code } = error as Error & { responseCode?: number; code?: string };
        const said = `the mail server said: ${message}`;
        // 5xx is for good (RFC 5321, 4.2.1), except that a wrong password may be corrected soon.
        const forGood = responseCode !== undefined && responseCode >= 500 && code !== "EAUTH";
        throw forGood ? new Permanent(said, { cause: error }) : new Retryable(said, { cause: error });
      }
    },
    close: () => transport.close(),
  };
}
