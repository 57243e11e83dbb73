import { describe, expect, it } from "vitest";
import { Permanent, RateLimited, Retryable } from "../../model/errors.ts";
import { messageOf } from "../message/compose.ts";
import { sampleDelivery, sampleNotice, stateOf } from "../samples.ts";
import type { HttpAnswer, HttpRequest, Mail, Tools } from "./channel.ts";
import { channelKinds, type ChannelKind, sendTo, TargetSchema } from "./index.ts";

const now = Date.parse("2025-12-13T18:00:00Z");
const ok: HttpAnswer = { status: 200, headers: {}, body: "ok" };

/** Targets of every channel as somebody would write them. */
const written: Record<ChannelKind, Record<string, unknown>> = {
  email: { to: "desk@example.org", from: "habeas@example.org", unsubscribe: "mailto:habeas@example.org" },
  matrix: { server: "https://matrix.example", room: "!room:example", token: { env: "TOKEN" } },
  mattermost: { url: { env: "HOOK" } },
  ntfy: { server: "https://ntfy.example", topic: { env: "TOPIC" } },
  slack: { url: { env: "HOOK" } },
  telegram: { token: { env: "TOKEN" }, chat: "@desk" },
  webhook: { url: "https://hooks.example/habeas", secret: { env: "SECRET" } },
};
const secrets: Record<string, string> = {
  TOKEN: "token-value",
  HOOK: "https://hooks.example/T0/B0",
  TOPIC: "topic-value",
  SECRET: "secret-value",
};

function toolsWith(answer: HttpAnswer): Tools & { requests: HttpRequest[]; mails: Mail[] } {
  const requests: HttpRequest[] = [];
  const mails: Mail[] = [];
  return {
    requests,
    mails,
    async http(request) {
      requests.push(request);
      return { ...answer, headers: { ...answer.headers } };
    },
    async mail(mail) {
      mails.push(mail);
      return { code: 250, answer: "250 taken" };
    },
    secret: (ref) => secrets["env" in ref ? ref.env : ref.file] ?? "",
    now: () => now,
  };
}

const targetOf = (channel: ChannelKind) => TargetSchema.parse({ id: "desk", channel, ...written[channel] });

const hostile = `<script>alert("x")</script> *bold* [a](http://evil.example) & @channel`;
const delivery = sampleDelivery({
  notices: [
    sampleNotice({
      after: stateOf({ charge: hostile, standing: "corroborated", origins: 2 }),
      evidence: {
        quote: hostile,
        sourceName: hostile,
        title: "",
        url: "https://vigil.example/a?b=1&c=2",
        published: null,
      },
    }),
  ],
});
const message = messageOf(delivery, "https://habeas.example");
const line = "Released: Alena Karpovich, Belarus, 13 Dec 2025: corroborated by 2 sources";

const sendBy = async (channel: ChannelKind, answer = ok) => {
  const tools = toolsWith(answer);
  const receipt = await sendTo(targetOf(channel), { delivery, message }, tools);
  return { tools, receipt, request: tools.requests[0] };
};

describe.each(channelKinds)("the channel %s", (channel) => {
  it("tells the line that stands alone, the evidence and the links", async () => {
    const { tools, receipt } = await sendBy(channel);
    const sent = JSON.stringify([tools.requests, tools.mails]).replaceAll("\\", "");
    for (const part of ["Released: Alena Karpovich, Belarus, 13 Dec 2025", "vigil.example/a"])
      expect(sent).toContain(part);
    expect(receipt.code).toBeGreaterThanOrEqual(200);
  });

  it("refuses settings with a secret in them or keys that it does not know", () => {
    for (const [key, value] of Object.entries(written[channel]))
      if (typeof value === "object")
        expect(TargetSchema.safeParse({ id: "desk", channel, ...written[channel], [key]: 17 }).success).toBe(
          false,
        );
    expect(TargetSchema.safeParse({ id: "desk", channel, ...written[channel], surprise: true }).success).toBe(
      false,
    );
  });
});

describe.each(channelKinds.filter((kind) => kind !== "email"))("the channel %s", (channel) => {
  it.each([
    [500, {}, Retryable],
    [503, {}, Retryable],
    [408, {}, Retryable],
    [429, { "retry-after": "7" }, RateLimited],
    [503, { "retry-after": "Sat, 13 Dec 2025 18:00:07 GMT" }, RateLimited],
    [400, {}, Permanent],
    [404, {}, Permanent],
    [302, { location: "http://127.0.0.1/" }, Permanent],
  ])("takes an answer %s %j for what it is", async (status, headers, kind) => {
    const failure = await sendBy(channel, { status, headers, body: "why" }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(kind);
    if (failure instanceof RateLimited) expect(failure.until).toBe(now + 7_000);
  });
});

describe("markup", () => {
  it("is Slack's, with nothing of the text taken for it", async () => {
    const { request } = await sendBy("slack");
    const body = JSON.parse(request?.body ?? "") as { text: string; blocks: { text: { text: string } }[] };
    expect(body.text).toBe(line);
    const text = body.blocks.map((block) => block.text.text).join("\n");
    expect(text).not.toContain("<script>");
    expect(text).toContain("&lt;script&gt;");
    expect(text).toContain("<https://vigil.example/a?b=1&amp;c=2|");
  });

  it("is HTML for Telegram and Matrix, with everything else escaped", async () => {
    for (const channel of ["telegram", "matrix"] as const) {
      const { request } = await sendBy(channel);
      const { text, formatted_body: formatted } = JSON.parse(request?.body ?? "") as Record<string, string>;
      expect(text ?? formatted).not.toContain("<script>");
      expect(text ?? formatted).toContain("&#60;script&#62;");
    }
  });

  it("is escaped for Mattermost, so that nobody is called by a report's words", async () => {
    const { request } = await sendBy("mattermost");
    const { text } = JSON.parse(request?.body ?? "") as { text: string };
    expect(text).not.toMatch(/(?<!\\)\*bold/);
    expect(text).not.toMatch(/(?<!\\)@channel/);
    expect(text).not.toContain("](http://evil");
  });

  it("of a mail loads nothing and runs nothing", async () => {
    const { tools } = await sendBy("email");
    const html = tools.mails[0]?.html ?? "";
    expect(html).not.toContain("<script");
    expect(html).not.toMatch(/<(?:img|link|iframe|style|form)/);
    expect(html).toContain('lang="en"');
  });
});

describe("a mail", () => {
  it("opens a thread for an event and answers in it later", async () => {
    const { tools } = await sendBy("email");
    const later = sampleDelivery({ seq: 2, id: "later" });
    await sendTo(targetOf("email"), { delivery: later, message: messageOf(later, null) }, tools);
    const [first, second] = tools.mails;
    expect(first?.inReplyTo).toBeNull();
    expect(second?.inReplyTo).toBe(first?.messageId);
    expect(second?.messageId).not.toBe(first?.messageId);
    expect(first?.headers["List-Unsubscribe"]).toBe("<mailto:habeas@example.org>");
  });
});

describe("a matrix message", () => {
  it("carries the delivery's id as the transaction's, so that the server drops what comes twice", async () => {
    const { request } = await sendBy("matrix");
    expect(request?.method).toBe("PUT");
    expect(request?.url).toBe(
      "https://matrix.example/_matrix/client/v3/rooms/!room%3Aexample/send/m.room.message/sample-delivery",
    );
  });
});
