import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { stringify } from "yaml";
import { signatureOf } from "../../alerts/channels/webhook.ts";

/** A message that reached the demo's reader. */
export interface Received {
  via: "webhook" | "mail";
  subject: string;
  /** The mail's text as it was sent, empty for a webhook. */
  text: string;
  /** Whether the webhook's signature was right. */
  signed: boolean;
}

/** A reader of alerts on this machine: a webhook and a mailbox that take whatever comes. */
export interface DemoInbox {
  received: readonly Received[];
  /** File of alerts that sends releases to both. */
  file: string;
  smtpUrl: string;
  /** Host and port of the webhook. */
  host: string;
  close(): Promise<void>;
}

const secret = "demo-secret";

/** @param folder for the file of alerts and the webhook's key */
export async function createDemoInbox(folder: string): Promise<DemoInbox> {
  const received: Received[] = [];
  const hook = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      const signature = String(request.headers["habeas-signature"]);
      const seconds = Number(/^t=(\d+),/.exec(signature)?.[1]);
      const { subject } = JSON.parse(body) as { subject: string };
      received.push({
        via: "webhook",
        subject,
        text: "",
        signed: signature === signatureOf(secret, seconds, body),
      });
      response.writeHead(204).end();
    });
  });
  const mailbox = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const mail = Buffer.concat(chunks).toString("utf8");
        received.push({ via: "mail", subject: headerOf(mail, "Subject"), text: mail, signed: true });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => hook.listen(0, "127.0.0.1", resolve));
  await new Promise<void>((resolve) => mailbox.listen(0, "127.0.0.1", resolve));
  const hookPort = (hook.address() as AddressInfo).port;
  const smtpPort = (mailbox.server.address() as AddressInfo).port;

  const key = join(folder, "webhook-key");
  writeFileSync(key, secret, { mode: 0o600 });
  const file = join(folder, "alerts.yaml");
  writeFileSync(
    file,
    stringify({
      targets: [
        { id: "desk", channel: "webhook", url: `http://127.0.0.1:${hookPort}/`, secret: { file: key } },
        {
          id: "editor",
          channel: "email",
          to: "editor@desk.example",
          from: "habeas@desk.example",
          unsubscribe: "mailto:habeas@desk.example?subject=unsubscribe",
        },
      ],
      rules: [
        {
          id: "releases",
          name: "Releases of anybody",
          what: { types: ["release", "pardon", "exchange"] },
          urgency: "high",
          oldNews: true,
          to: ["desk", "editor"],
        },
      ],
    }),
  );
  return {
    received,
    file,
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    host: `127.0.0.1:${hookPort}`,
    async close() {
      await Promise.all([
        new Promise<void>((resolve) => {
          hook.close(() => resolve());
          hook.closeAllConnections();
        }),
        new Promise<void>((resolve) => mailbox.close(() => resolve())),
      ]);
    },
  };
}

/** A header of a mail, unfolded and with encoded words (RFC 2047) read. */
function headerOf(mail: string, name: string): string {
  const head = mail.slice(0, mail.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ");
  const value = new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1] ?? "";
  return value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_whole, kind: string, text: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(text, "base64").toString("utf8")
        : Buffer.from(
            text
              .replaceAll("_", " ")
              .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
            "latin1",
          ).toString("utf8"),
    );
}
