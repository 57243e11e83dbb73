import type { LoadedSettings, Origin } from "./load-settings.ts";
import { maskSecrets } from "./mask.ts";
import { settingKeys } from "./setting-keys.ts";

/** One line of `habeas config`. */
export interface SettingRow {
  key: string;
  /** The value in its own type, for JSON; secrets and passwords in addresses are masked. */
  value: unknown;
  /** The value for people: lists with commas, a dash for nothing, numbers with their unit. */
  shown: string;
  /** `default`, `habeas.yaml:3`, `REDIS_URL`, `--data`. */
  origin: string;
  from: Origin["from"];
  description: string;
  env: string;
}

function masked(value: unknown, secret: boolean): unknown {
  if (value === null) return null;
  if (secret) return "***";
  if (Array.isArray(value)) return value.map((item) => masked(item, false));
  return typeof value === "string" ? maskSecrets(value) : value;
}

function show(value: unknown, unit: string | null): string {
  if (value === null) return "–";
  if (Array.isArray(value)) return value.length === 0 ? "–" : value.join(", ");
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return unit === null ? text : `${text} ${unit}`;
}

/** The effective settings, one row each in the order of the schema, safe to print. */
export function describeSettings(loaded: LoadedSettings): SettingRow[] {
  return settingKeys().map(({ key, path, secret, unit, description, env }) => {
    let value: unknown = loaded.settings;
    for (const name of path) value = (value as Record<string, unknown>)[name];
    const origin = loaded.origins.get(key) ?? { from: "default", name: null };
    const safe = masked(value, secret);
    return {
      key,
      value: safe,
      shown: show(safe, unit),
      origin: origin.name ?? origin.from,
      from: origin.from,
      description,
      env,
    };
  });
}
