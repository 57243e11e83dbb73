import { describe, expect, it } from "vitest";
import { parseText } from "../config/document.ts";
import { AlertRuleSchema } from "../model/alert.ts";
import { parseAlerts } from "./load.ts";
import { presets } from "./presets.ts";

const read = (text: string) => parseAlerts(parseText(text, "alerts.yaml"));
const problems = (text: string): string => {
  try {
    read(text);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
};

const target = `
targets:
  - id: desk
    channel: slack
    url: { env: SLACK_URL }
`;

describe("a file of alerts", () => {
  it("holds lists, targets and rules with their defaults", () => {
    const { lists, targets, rules } = read(`${target}
lists:
  mine: [kalesnikava-maria]
rules:
  - id: mine
    name: Mine
    who: { lists: [mine] }
    to: [desk]
`);
    expect(lists).toEqual({ mine: ["kalesnikava-maria"] });
    expect(targets).toEqual([{ id: "desk", channel: "slack", settings: { url: { env: "SLACK_URL" } } }]);
    expect(rules[0]).toMatchObject({ enabled: true, language: "en", maxAgeDays: 14, digest: null });
  });

  it("may be empty", () => {
    expect(read("")).toEqual({ lists: {}, targets: [], rules: [], operators: [] });
  });

  it.each([
    ["an unknown section", "rule: []", "alerts.yaml:1: rule: found an unknown key, expected one of lists"],
    [
      "a secret that is written down",
      "targets:\n  - id: desk\n    channel: slack\n    url: https://hooks.slack.example/T/B/x",
      "alerts.yaml:4: targets.0.url:",
    ],
    [
      "a channel that does not exist",
      "targets:\n  - id: desk\n    channel: pigeon",
      "expected one of email, matrix, mattermost, ntfy, slack, telegram, webhook",
    ],
    [
      "a key that was misspelt",
      `${target}rules:\n  - id: a\n    name: A\n    langage: ru\n    to: [desk]`,
      "did you mean language?",
    ],
    [
      "a type that does not exist",
      `${target}rules:\n  - id: a\n    name: A\n    what: { types: [relase] }\n    to: [desk]`,
      'alerts.yaml:9: rules.0.what.types.0: found "relase", expected one of arrest',
    ],
    [
      "a rule for a target that is not there",
      `${target}rules:\n  - id: a\n    name: A\n    to: [desc]`,
      "rules.0.to: found desc, expected one of desk",
    ],
    [
      "a list that is not there",
      `${target}rules:\n  - id: a\n    name: A\n    who: { lists: [yours] }\n    to: [desk]`,
      "found yours, expected one of the lists",
    ],
    [
      "one id for two rules",
      `${target}rules:\n  - { id: a, name: A, to: [desk] }\n  - { id: a, name: B, to: [desk] }`,
      "a twice",
    ],
    [
      "a time zone that does not exist",
      `${target}rules:\n  - id: a\n    name: A\n    quietHours: { from: "22:00", to: "07:00", timeZone: Europe/Minks }\n    to: [desk]`,
      "expected a time zone such as Europe/Warsaw",
    ],
    ["a list where keys belong", "- a", "expected the keys lists, targets, rules"],
  ])("with %s says where and what is expected", (_what, text, message) => {
    expect(problems(text)).toContain(message);
  });
});

describe("a preset", () => {
  it.each(presets.map(({ rule }) => [rule.id, rule] as const))("%s is a rule", (_id, rule) => {
    expect(AlertRuleSchema.safeParse({ ...rule, to: ["desk"] }).error).toBeUndefined();
  });
});
