import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HttpAnswer, HttpRequest, Tools } from "../../alerts/channels/channel.ts";
import { TargetSchema } from "../../alerts/channels/index.ts";
import { deliverTo, dueTargets, replayDeliveries } from "../../alerts/deliver.ts";
import { closeDigests } from "../../alerts/digest.ts";
import { planOperations } from "../../alerts/operations.ts";
import { planChanges } from "../../alerts/notify.ts";
import { ruleOf } from "../../alerts/samples.ts";
import { type AlertSetup, createAlertSetup } from "../../alerts/setup.ts";
import type { Delivery } from "../../model/alert.ts";
import { Retryable } from "../../model/errors.ts";
import type { SourceNotice } from "../../model/source-health.ts";
import type { EventState, StandingChange } from "../../model/standing-change.ts";
import {
  conditionReport,
  event,
  minutesLater,
  noon,
  only,
  standingChange,
} from "../../storage/conformance/samples.ts";
import { openStore } from "../../storage/index.ts";
import type { Store } from "../../storage/store.ts";
import { mongoForTests } from "../services/for-tests.ts";

const mongo = await mongoForTests("alerts on MongoDB");
const minuteMs = 60_000;

const nobody = {
  asOf: "2025-12",
  people: [],
  actors: [],
  facilities: [],
  countries: [],
  givenNames: new Map<string, "m">(),
  terms: {} as never,
};
const targets = ["desk", "mirror"].map((id) =>
  TargetSchema.parse({ id, channel: "webhook", url: `https://${id}.example/`, secret: { env: "S" } }),
);

describe.each([
  ["sqlite", true],
  ["mongodb", mongo !== null],
] as const)("the outbox on %s", (backend, there) => {
  let folder: string;
  let store: Store;
  let now: number;
  /** What the targets take, by host; and how they answer. */
  let taken: { host: string; subject: string; id: string }[];
  let answers: (request: HttpRequest) => HttpAnswer | Promise<HttpAnswer>;
  let serial = 0;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "habeas-alerts-"));
    store = await openStore({
      dataFolder: folder,
      mongodbUrl: backend === "mongodb" ? mongo?.url : undefined,
      mongodbDatabase: `${mongo?.database ?? "none"}_${serial++}`,
    });
    now = Date.parse(noon);
    taken = [];
    answers = () => ({ status: 200, headers: {}, body: "ok" });
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  const setupOf = (...rules: Record<string, unknown>[]): AlertSetup =>
    createAlertSetup({
      rules: rules.map((rule) => ruleOf({ minimum: { confidence: 0 }, ...rule })),
      targets,
      operators: ["mirror"],
      lists: {},
      gazetteers: nobody,
      sources: [],
      baseUrl: null,
    });
  const tools: Tools = {
    async http(request) {
      const answer = await answers(request);
      if (answer.status === 200) {
        const { subject, id } = JSON.parse(request.body) as { subject: string; id: string };
        taken.push({ host: new URL(request.url).host, subject, id });
      }
      return answer;
    },
    mail: () => Promise.reject(new Error("no mail here")),
    secret: () => "s",
    now: () => now,
  };
  const plan = (setup: AlertSetup) => planChanges({ store, setup, now: () => now });
  const deliver = (setup: AlertSetup, targetId = "desk") =>
    deliverTo(
      { store, targets: setup.targets, baseUrl: null, tools, now: () => now, random: () => 0.5 },
      targetId,
    );
  /** Puts an entry behind an event's history, and the event into the ledger as it says. */
  const happen = async (
    eventId: string,
    seq: number,
    after: Partial<EventState> | null = {},
    change: Partial<StandingChange> = {},
  ) => {
    const whole = standingChange(eventId, seq);
    const state = after === null ? null : { ...(whole.after as EventState), ...after };
    const entry = event(eventId, { blockKey: `block-${eventId}`, claimIds: [] });
    await store.events.replaceBlock(entry.blockKey, state === null ? [] : [entry]);
    const before = seq === 1 ? null : (await store.standingChanges.latest([eventId])).get(eventId)?.after;
    await store.standingChanges.append([
      { ...whole, before: before ?? null, after: state, at: minutesLater(seq), ...change },
    ]);
  };
  const waiting = async (targetId = "desk"): Promise<Delivery[]> =>
    (await store.alerts.deliveries.list({ group: `waiting ${targetId}` }, { limit: 100 })).items;
  const said = () => taken.map(({ subject }) => subject.replace(/^[^:]*: [^:]*: /, ""));

  describe.skipIf(!there)("told", () => {
    it("tells a release once, however often it is planned", async () => {
      const setup = setupOf({});
      await happen("e1", 1);
      await plan(setup);
      expect(await waiting()).toHaveLength(1);
      await store.alerts.progress.update("progress", () => ({ id: "progress", cursor: null }));
      await Promise.all([plan(setup), plan(setup)]);
      await deliver(setup);
      await plan(setup);
      await deliver(setup);
      expect(taken).toHaveLength(1);
    });

    it("tells it again when its standing changes, and what it was before", async () => {
      const setup = setupOf({});
      await happen("e1", 1);
      await plan(setup);
      await deliver(setup);
      await happen("e1", 2, { standing: "corroborated", origins: 2 });
      await happen("e1", 3, { standing: "corroborated", origins: 3 });
      await plan(setup);
      await deliver(setup);
      expect(said()).toEqual(["claimed by 1 source", "corroborated by 3 sources (was: claimed by 1 source)"]);
    });

    it("tells a denial to everybody who heard of the event, and to nobody else", async () => {
      const everything = { id: "all", to: ["desk"], changes: ["new"] };
      const surer = {
        id: "sure",
        to: ["mirror"],
        changes: ["new"],
        minimum: { confidence: 0, standing: "confirmed" },
      };
      const setup = setupOf(everything, surer);
      await happen("e1", 1);
      await plan(setup);
      await happen("e1", 2, { standing: "denied", assertion: "negated" });
      await plan(setup);
      await deliver(setup, "desk");
      await deliver(setup, "mirror");
      expect(taken.map(({ host }) => host)).toEqual(["desk.example", "desk.example"]);
      expect(said()[1]).toContain("denied");
    });

    it("tells nobody what was denied before anybody heard of it", async () => {
      const setup = setupOf({});
      await happen("e1", 1);
      await happen("e1", 2, { standing: "denied", assertion: "negated" });
      await plan(setup);
      await deliver(setup);
      expect(taken).toEqual([]);
    });

    it("tells that nobody tells an event any longer, and nothing when it only became part of another", async () => {
      const setup = setupOf({});
      await happen("e1", 1);
      await happen("e2", 1);
      await plan(setup);
      await happen("e1", 2, null);
      await happen("e2", 2, null, { cause: { kind: "joined", eventId: "e3" } });
      await plan(setup);
      await deliver(setup);
      expect(said().filter((line) => line.startsWith("no source"))).toHaveLength(1);
      expect(taken).toHaveLength(3);
    });

    it("goes on with the thread of an event that became part of another", async () => {
      const setup = setupOf({});
      await happen("e1", 1);
      await plan(setup);
      await store.events.replaceBlock("block-e1", [], { successions: [{ id: "e1", successorId: "e2" }] });
      await happen("e2", 1);
      await plan(setup);
      await happen("e2", 2, { standing: "confirmed", origins: 2 });
      await plan(setup);
      await deliver(setup);
      expect(said()).toEqual(["claimed by 1 source", "confirmed by 2 sources (was: claimed by 1 source)"]);
    });

    const clock = (days: number) =>
      ({ kind: "clock", personId: "p1", what: "visit", since: "2025-09-01", days }) as const;
    const beaten = {
      kind: "condition",
      personId: "p1",
      category: "torture",
      reportId: "r1",
      articleId: "a9",
      published: noon,
    } as const;

    it("tells once of each time that is too long, to who wants it, however old the event is", async () => {
      const patient = { what: { clock: { kinds: ["visit"], minimumDays: 90 } }, changes: ["silence"] };
      const setup = setupOf({ changes: ["silence"] }, { id: "patient", to: ["mirror"], ...patient });
      await happen("e1", 1, { type: "sentence", date: "2020-01-01" });
      await happen("e1", 2, { type: "sentence", date: "2020-01-01" }, { cause: clock(60) });
      await plan(setup);
      await happen("e1", 3, { type: "sentence", date: "2020-01-01" }, { cause: clock(120) });
      await plan(setup);
      await plan(setup);
      await deliver(setup, "desk");
      await deliver(setup, "mirror");
      expect(taken.map(({ host, subject }) => `${host.split(".")[0]} ${subject}`)).toEqual([
        "desk No visit: Alena Sample: 60 days, since 1 Sept 2025",
        "desk No visit: Alena Sample: 120 days, since 1 Sept 2025",
        "mirror No visit: Alena Sample: 120 days, since 1 Sept 2025",
      ]);
    });

    it("tells a reported condition to who wants its category, with the report as proof", async () => {
      const quote = "She was beaten by guards";
      await store.conditionReports.replaceForArticle("a9", [
        conditionReport("r1", { articleId: "a9", category: "torture", quote }),
      ]);
      const setup = setupOf(
        { changes: ["condition"], what: { types: ["release"], conditions: ["torture"] } },
        { id: "health", to: ["mirror"], changes: ["condition"], what: { conditions: ["ill_health"] } },
        { id: "deeds", to: ["mirror"] },
      );
      await happen("e1", 1, { type: "sentence", date: "2020-01-01" });
      await happen("e1", 2, { type: "sentence", date: "2020-01-01" }, { cause: beaten });
      await plan(setup);
      expect((await waiting()).map(({ notices }) => notices[0]?.sources)).toEqual([["news"]]);
      await deliver(setup, "desk");
      await deliver(setup, "mirror");
      expect(taken.map(({ subject }) => subject)).toEqual(["Reported: Alena Sample: torture"]);
    });

    it("says nothing of what was in the store before alerts began", async () => {
      const setup = setupOf({});
      await happen("old", 1, { date: "2020-01-01" });
      await plan(setup);
      await deliver(setup);
      expect(taken).toEqual([]);
    });
  });

  describe.skipIf(!there)("delivering", () => {
    it("tries again after growing waits, keeps the order of an event and goes on with others", async () => {
      const setup = setupOf({});
      await happen("e1", 1);
      await plan(setup);
      await happen("e1", 2, { standing: "confirmed", origins: 2 });
      await happen("e2", 1, { subjects: [{ id: "p2", name: "Boris Sample" }] });
      await plan(setup);
      let broken = 3;
      answers = ({ body }) =>
        body.includes("Alena") && broken-- > 0
          ? { status: 500, headers: {}, body: "broken" }
          : { status: 200, headers: {}, body: "" };
      const next = await deliver(setup);
      expect(taken.map(({ subject }) => subject)).toEqual([expect.stringContaining("Boris")]);
      expect(next).toBe(now + 0.5 * minuteMs);
      now += 0.5 * minuteMs;
      await deliver(setup);
      now += 2 * minuteMs;
      await deliver(setup);
      expect(taken).toHaveLength(1);
      now += 10 * minuteMs;
      await deliver(setup);
      expect(said().slice(1)).toEqual(["claimed by 1 source", expect.stringContaining("confirmed")]);
    });

    it("leaves a target alone after five failures and lets one message try when its time is over", async () => {
      const setup = setupOf({});
      for (let i = 0; i < 8; i++) await happen(`e${i}`, 1);
      await plan(setup);
      let tries = 0;
      answers = () => {
        tries++;
        throw new Retryable("no answer");
      };
      await deliver(setup);
      expect(tries).toBe(5);
      await deliver(setup);
      expect(tries).toBe(5);
      expect(await dueTargets(store, ["desk"], now)).toEqual([]);
      now += minuteMs;
      expect(await dueTargets(store, ["desk"], now)).toEqual(["desk"]);
      await deliver(setup);
      expect(tries).toBe(6);
      answers = () => ({ status: 200, headers: {}, body: "" });
      now += 60 * minuteMs;
      await deliver(setup);
      expect(taken).toHaveLength(8);
    });

    it("waits as long as a target asks, and that spends no try", async () => {
      const setup = setupOf({});
      await happen("e1", 1);
      await plan(setup);
      answers = () => ({ status: 429, headers: { "retry-after": "90" }, body: "" });
      for (let i = 0; i < 20; i++) {
        await deliver(setup);
        now += 90_000;
      }
      answers = () => ({ status: 200, headers: {}, body: "" });
      await deliver(setup);
      expect(taken).toHaveLength(1);
    });

    it("gives up after its last try, keeps what it gave up, and sends it on demand", async () => {
      const setup = setupOf({});
      await happen("e1", 1);
      await plan(setup);
      const { id } = only(await waiting());
      answers = () => ({ status: 500, headers: {}, body: "broken" });
      for (let i = 0; i < 12; i++) {
        await deliver(setup);
        now += 24 * 60 * minuteMs;
      }
      const dead = await store.alerts.deliveries.get(id);
      expect(dead?.state).toBe("dead");
      expect(dead?.attempts.at(-1)).toMatchObject({ ok: false, answer: "answered 500: broken" });
      answers = () => ({ status: 200, headers: {}, body: "" });
      expect(await replayDeliveries(store, [id, "unknown"], now)).toBe(1);
      await deliver(setup);
      expect(taken.map((one) => one.id)).toEqual([id]);
    });

    it("gives up at once what can never be taken", async () => {
      const setup = setupOf({});
      await happen("e1", 1);
      await plan(setup);
      answers = () => ({ status: 410, headers: {}, body: "gone" });
      await deliver(setup);
      expect(await waiting()).toEqual([]);
    });

    it("sends the same id with every try", async () => {
      const setup = setupOf({});
      await happen("e1", 1);
      await plan(setup);
      const keys: (string | undefined)[] = [];
      answers = ({ headers }) => {
        keys.push(headers["idempotency-key"]);
        return { status: keys.length < 3 ? 503 : 200, headers: {}, body: "" };
      };
      for (let i = 0; i < 3; i++) {
        await deliver(setup);
        now += 10 * minuteMs;
      }
      expect(new Set(keys).size).toBe(1);
      expect(keys).toHaveLength(3);
    });
  });

  describe.skipIf(!there)("operators", () => {
    it("hear once that a source has gone dark, and readers do not", async () => {
      const setup = setupOf({});
      const notice: SourceNotice = {
        id: `${noon} news dark`,
        at: noon,
        sourceId: "news",
        kind: "dark",
        lamp: "transport",
        before: "green",
        after: "red",
        text: "No answer for two days.",
      };
      await store.sourceNotices.put(notice);
      await store.sourceNotices.put({ ...notice, id: `${noon} news moved`, kind: "moved" });
      for (let i = 0; i < 2; i++) {
        await planOperations({ store, setup, now: () => now });
        await deliver(setup, "mirror");
        await deliver(setup, "desk");
        now += 60 * minuteMs;
      }
      expect(taken.map(({ host, subject }) => [host, subject])).toEqual([
        ["mirror.example", "Source has gone dark: news"],
      ]);
    });
  });

  describe.skipIf(!there)("holding back", () => {
    it("lets no more out than the cap, and the rest later", async () => {
      const setup = setupOf({ rateCap: { messages: 2, perMinutes: 60 } });
      for (let i = 0; i < 5; i++) await happen(`e${i}`, 1);
      await plan(setup);
      await deliver(setup);
      expect(taken).toHaveLength(2);
      now += 60 * minuteMs;
      await deliver(setup);
      expect(taken).toHaveLength(4);
      now += 60 * minuteMs;
      await deliver(setup);
      expect(taken).toHaveLength(5);
    });

    it("keeps quiet hours", async () => {
      const setup = setupOf({ quietHours: { from: "11:00", to: "13:00", timeZone: "UTC" } });
      await happen("e1", 1);
      await plan(setup);
      await deliver(setup);
      expect(taken).toEqual([]);
      now += 60 * minuteMs;
      await deliver(setup);
      expect(taken).toHaveLength(1);
    });

    it("puts a day into one digest, and sends none when there was nothing", async () => {
      const setup = setupOf({ digest: { every: "daily", at: "08:00" } });
      const close = () => closeDigests({ store, setup, now: () => now });
      for (let i = 0; i < 3; i++) await happen(`e${i}`, 1);
      await plan(setup);
      await happen("e0", 2, { standing: "confirmed", origins: 2 });
      await plan(setup);
      expect(await close()).toEqual(new Set());
      now += 20 * 60 * minuteMs;
      expect(await close()).toEqual(new Set(["desk"]));
      await close();
      await deliver(setup);
      expect(taken.map(({ subject }) => subject)).toEqual(["Habeas digest: 3 changes"]);
      now += 24 * 60 * minuteMs;
      expect(await close()).toEqual(new Set());
      expect(await waiting()).toEqual([]);
    });
  });
});
