import { execFile, spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { channelKinds } from "../../alerts/channels/index.ts";
import { signatureOf } from "../../alerts/channels/webhook.ts";
import { loadAlertFile, parseAlerts } from "../../alerts/load.ts";
import { parseText } from "../../config/document.ts";
import { AlertRuleSchema } from "../../model/alert.ts";

const page = await readFile(new URL("../../docs/alerts.md", import.meta.url), "utf8");
const snippet = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? "";

const [secret, body, seconds] = ["key", '{"subject":"Вольныя"}', 1_765_648_800];
const header = signatureOf(secret, seconds, body);
const cases: [header: string, body: string, secret: string, now: number, right: boolean][] = [
  [header, body, secret, seconds + 10, true],
  [header, `${body} `, secret, seconds, false],
  [header, body, "another", seconds, false],
  [header, body, secret, seconds + 3600, false],
  [header.replace(/.$/, "x"), body, secret, seconds, false],
  ["", body, secret, seconds, false],
];

describe("the page about alerts", () => {
  it("verifies signatures in Node.js as they are made", async () => {
    const code = `data:text/javascript,${encodeURIComponent(snippet("js"))}`;
    const { isFromHabeas } = (await import(code)) as {
      isFromHabeas: (header: string, body: string, secret: string, now: number) => boolean;
    };
    for (const [given, text, key, now, right] of cases)
      expect(isFromHabeas(given, text, key, now)).toBe(right);
  });

  const python3 = spawnSync("python3", ["--version"]).status === 0;
  if (!python3) console.warn("NOT TESTED: the Python snippet of docs/alerts.md, for want of python3");
  it.skipIf(!python3 && process.env["CI"] !== "true")(
    "verifies signatures in Python as they are made",
    async () => {
      const calls = cases.map(
        ([given, text, key, now]) =>
          `print(is_from_habeas(${JSON.stringify(given)}, ${JSON.stringify(text)}.encode(), ${JSON.stringify(key)}, ${now}))`,
      );
      const python = promisify(execFile);
      const { stdout } = await python("python3", ["-c", `${snippet("python")}\n${calls.join("\n")}`]);
      expect(stdout.trim().split("\n")).toEqual(cases.map(([, , , , right]) => (right ? "True" : "False")));
    },
  );

  it("begins with a file that can be read", () => {
    const text = snippet("yaml").replaceAll(/^ {3}/gm, "");
    expect(parseAlerts(parseText(text, "alerts.yaml")).rules.map(({ id }) => id)).toEqual(["releases"]);
    expect(() => loadAlertFile("/no/such/file.yaml")).toThrow("no such file");
  });

  it("names every key of a rule and every channel", () => {
    for (const key of Object.keys(AlertRuleSchema.shape)) expect(page).toMatch(new RegExp(`\`${key}[\`.]`));
    for (const channel of channelKinds) expect(page).toContain(`| \`${channel}\` |`);
  });
});
