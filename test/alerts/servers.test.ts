import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { sendTo, TargetSchema } from "../../alerts/channels/index.ts";
import { messageOf } from "../../alerts/message/compose.ts";
import { sampleDelivery } from "../../alerts/samples.ts";
import { createTools } from "../../alerts/tools.ts";
import { createSender } from "../../crawlers/fetch/sender.ts";
import { Permanent, RateLimited, Retryable } from "../../model/errors.ts";

const delivery = sampleDelivery();
const message = messageOf(delivery, "https://habeas.example");
const closing: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function listening(handler: RequestListener): Promise<{ url: string; host: string; server: Server }> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: `http://${host}/hook`, host, server };
}

function toolsFor(allowHosts: string[], smtpUrl: string | null = null) {
  const sender = createSender({ userAgent: "Habeas/test", allowHosts, timeoutMs: 400 });
  const tools = createTools({ http: (request) => sender.send(request), smtpUrl, env: { KEY: "key" } });
  closing.push(async () => {
    tools.close();
    await sender.close();
  });
  return tools;
}

const hookTo = (url: string) =>
  TargetSchema.parse({ id: "desk", channel: "webhook", url, secret: { env: "KEY" } });
const failureOf = (sending: Promise<unknown>) => sending.catch((error: unknown) => error);

describe("a webhook's server", () => {
  it("gets the payload signed", async () => {
    let seen: { signature: unknown; body: string } | undefined;
    const { url, host } = await listening((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        seen = { signature: request.headers["habeas-signature"], body };
        response.end("taken");
      });
    });
    const receipt = await sendTo(hookTo(url), { delivery, message }, toolsFor([host]));
    expect(receipt).toEqual({ code: 200, answer: "taken" });
    expect(seen?.signature).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/);
    expect(JSON.parse(seen?.body ?? "")).toMatchObject({
      version: 1,
      id: delivery.id,
      subject: message.subject,
    });
  });

  it.each([
    ["that hangs", () => undefined, Retryable],
    ["that breaks off", (_: unknown, response: { destroy(): void }) => response.destroy(), Retryable],
    [
      "that is full",
      (_: unknown, response: never) => answer(response, 429, { "retry-after": "3" }),
      RateLimited,
    ],
    ["that is broken", (_: unknown, response: never) => answer(response, 500), Retryable],
    [
      "that leads into the house",
      (_: unknown, response: never) => answer(response, 307, { location: "http://169.254.169.254/" }),
      Permanent,
    ],
  ])("%s is told from others", async (_what, handler, kind) => {
    const { url, host } = await listening(handler as RequestListener);
    const failure = await failureOf(sendTo(hookTo(url), { delivery, message }, toolsFor([host])));
    expect(failure).toBeInstanceOf(kind);
  });

  it("that is not there is worth another try, and the error does not tell the address's secret", async () => {
    const { url, host, server } = await listening(() => undefined);
    await new Promise((resolve) => server.close(resolve));
    const failure = await failureOf(sendTo(hookTo(`${url}/T0K3N`), { delivery, message }, toolsFor([host])));
    expect(failure).toBeInstanceOf(Retryable);
    expect(String(failure)).not.toContain("T0K3N");
  });

  it("on a private address is not asked unless it was allowed", async () => {
    let asked = 0;
    const { url } = await listening((_, response) => {
      asked++;
      response.end();
    });
    for (const address of [
      url,
      url.replace("127.0.0.1", "localhost"),
      url.replace("127.0.0.1", "2130706433"),
    ]) {
      const failure = await failureOf(sendTo(hookTo(address), { delivery, message }, toolsFor([])));
      expect(failure).toBeInstanceOf(Error);
    }
    expect(asked).toBe(0);
  });
});

function answer(response: ServerResponse, status: number, headers = {}): void {
  response.writeHead(status, headers).end();
}

async function mailServer(options: SMTPServerOptions): Promise<{ url: string; mails: string[] }> {
  const mails: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    onData(stream, _session, done) {
      let mail = "";
      stream.on("data", (chunk: Buffer) => (mail += chunk.toString()));
      stream.on("end", () => {
        mails.push(mail);
        done();
      });
    },
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, mails };
}

const mailbox = TargetSchema.parse({
  id: "editor",
  channel: "email",
  to: "editor@desk.example",
  from: "habeas@desk.example",
  unsubscribe: "mailto:habeas@desk.example",
});
const refusing = (code: number): SMTPServerOptions => ({
  onRcptTo: (_address, _session, done) => done(Object.assign(new Error("no"), { responseCode: code })),
});

describe("a mail server", () => {
  it("gets text and HTML, what list programs want to know, and the thread", async () => {
    const { url, mails } = await mailServer({});
    const receipt = await sendTo(mailbox, { delivery, message }, toolsFor([], url));
    expect(receipt.code).toBe(250);
    const [mail = ""] = mails;
    for (const part of [
      "Subject: Released: Alena Karpovich, Belarus, 13 Dec 2025",
      "To: editor@desk.example",
      "List-Unsubscribe: <mailto:habeas@desk.example>",
      "Auto-Submitted: auto-generated",
      "Message-ID: <thread-sample-thread@desk.example>",
      "multipart/alternative",
      "text/html",
    ])
      expect(mail).toContain(part);
  });

  it.each([
    ["says no for good", refusing(550), Permanent],
    ["says not now", refusing(451), Retryable],
  ])("that %s is taken at its word", async (_what, options, kind) => {
    const { url } = await mailServer(options);
    expect(await failureOf(sendTo(mailbox, { delivery, message }, toolsFor([], url)))).toBeInstanceOf(kind);
  });

  it("that is not set is said to be missing", async () => {
    const failure = await failureOf(sendTo(mailbox, { delivery, message }, toolsFor([])));
    expect(String(failure)).toContain("HABEAS_SMTP_URL");
  });

  it("that is not there is worth another try", async () => {
    expect(
      await failureOf(sendTo(mailbox, { delivery, message }, toolsFor([], "smtp://127.0.0.1:1"))),
    ).toBeInstanceOf(Retryable);
  });
});
