import { type AlertRule, AlertRuleSchema, type Delivery, type Notice } from "../model/alert.ts";
import type { EventState } from "../model/standing-change.ts";

/** A release that one source tells, for tests and for trying a target; with changes. */
export function stateOf(changes: Partial<EventState>): EventState {
  return {
    type: "release",
    subjects: [{ id: "sample-alena-karpovich", name: "Alena Karpovich" }],
    group: null,
    agents: [],
    recipients: [],
    date: "2025-12-13",
    place: "Minsk",
    term: null,
    charge: null,
    assertion: "asserted",
    standing: "claimed",
    origins: 1,
    ...changes,
  };
}

/** A rule as it would be after reading. */
export function ruleOf(changes: Record<string, unknown> = {}): AlertRule {
  return AlertRuleSchema.parse({ id: "releases", name: "Releases", to: ["desk"], ...changes });
}

export function sampleNotice(changes: Partial<Notice> = {}): Notice {
  return {
    ruleId: "releases",
    ruleName: "Releases",
    urgency: "normal",
    language: "en",
    eventId: "sample-event",
    changeId: "sample-event-00001",
    at: "2025-12-13T18:00:00.000Z",
    changes: ["new"],
    before: null,
    after: stateOf({}),
    countries: ["BY"],
    names: { "sample-alena-karpovich": "Alena Karpovich" },
    evidence: {
      quote: "Alena Karpovich was released on Saturday",
      sourceName: "Vigil House",
      title: "A teacher is free",
      url: "https://vigil.example/karpovich",
      published: "2025-12-13T17:30:00Z",
    },
    sources: ["Vigil House"],
    attributedTo: [],
    remark: null,
    deal: null,
    ...changes,
  };
}

/** A delivery as it stands in the outbox before its first try. */
export function sampleDelivery(changes: Partial<Delivery> = {}): Delivery {
  return {
    id: "sample-delivery",
    kind: "alert",
    ruleId: "releases",
    targetId: "desk",
    threadKey: "sample-thread",
    state: "waiting",
    createdAt: "2025-12-13T18:00:00.000Z",
    dueAt: "2025-12-13T18:00:00.000Z",
    seq: 1,
    notices: [sampleNotice()],
    operations: null,
    published: "2025-12-13T17:30:00Z",
    attempts: [],
    deliveredAt: null,
    ...changes,
  };
}
