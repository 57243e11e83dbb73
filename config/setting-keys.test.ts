import { expect, it } from "vitest";
import { settingKeys } from "./setting-keys.ts";
import { SettingsSchema } from "./settings.ts";

const keys = settingKeys();

it("every setting has a description that is a sentence, and a variable of its own", () => {
  for (const { key, description } of keys) expect(description, key).toMatch(/^[A-Za-z{].*\.$/);
  expect(new Set(keys.map(({ env }) => env)).size).toBe(keys.length);
});

it("every number but a port has a unit, and the names of durations and sizes carry it", () => {
  for (const { key, kind, unit } of keys) {
    if ((kind === "number" || kind === "integer") && !key.endsWith(".port")) expect(unit, key).not.toBeNull();
    if (unit === "seconds") expect(key).toMatch(/Seconds$/);
    if (unit === "bytes") expect(key).toMatch(/Bytes$/);
    if (unit === "days") expect(key).toMatch(/Days$/);
  }
});

it("the defaults are valid settings", () => {
  const defaults: Record<string, Record<string, unknown>> = {};
  for (const { path, default: value } of keys) (defaults[path[0] ?? ""] ??= {})[path[1] ?? ""] = value;
  expect(SettingsSchema.parse(defaults)).toEqual(defaults);
});

it("variables follow from the keys, with the customary names for servers and the data folder", () => {
  const env = new Map(keys.map((key) => [key.key, key.env]));
  expect(env.get("crawl.perHostDelaySeconds")).toBe("HABEAS_CRAWL_PER_HOST_DELAY_SECONDS");
  expect(env.get("data.folder")).toBe("HABEAS_DATA");
  expect(env.get("mongodb.url")).toBe("MONGODB_URL");
  expect(env.get("redis.url")).toBe("REDIS_URL");
});
