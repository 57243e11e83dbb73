import type { z } from "zod";
import { SettingsSchema } from "./settings.ts";

/** What a setting holds, for reading it from text and for naming it in messages. */
export type SettingKind = "string" | "number" | "integer" | "boolean" | "list" | "choice";

/** One setting, derived from the schema. */
export interface SettingKey {
  /** Dotted: `crawl.timeoutSeconds`. */
  key: string;
  path: readonly string[];
  env: string;
  description: string;
  unit: string | null;
  secret: boolean;
  isPath: boolean;
  kind: SettingKind;
  /** Words of a choice. */
  choices: readonly string[];
  nullable: boolean;
  default: unknown;
  schema: z.ZodType;
}

interface Definition {
  type: string;
  shape?: Record<string, z.ZodType>;
  innerType?: z.ZodType;
  defaultValue?: unknown;
  entries?: Record<string, string>;
  format?: string;
}

function definition(schema: z.ZodType): Definition {
  return schema.def;
}

/** `crawl.timeoutSeconds` → `HABEAS_CRAWL_TIMEOUT_SECONDS`. */
function envName(path: readonly string[]): string {
  return ["HABEAS", ...path.map((part) => part.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase())].join(
    "_",
  );
}

const kinds: Record<string, SettingKind> = {
  string: "string",
  number: "number",
  boolean: "boolean",
  array: "list",
  enum: "choice",
};

function describeKey(path: readonly string[], schema: z.ZodType): SettingKey {
  const key = path.join(".");
  const meta = schema.meta();
  let inner = schema;
  let nullable = false;
  let initial: unknown;
  for (;;) {
    const def = definition(inner);
    if (def.innerType === undefined) break;
    if (def.type === "default") initial = def.defaultValue;
    if (def.type === "nullable") nullable = true;
    inner = def.innerType;
  }
  const def = definition(inner);
  const kind = def.format === "safeint" ? "integer" : kinds[def.type];
  if (kind === undefined || initial === undefined || meta?.description === undefined)
    throw new TypeError(`setting ${key} needs a known type, a default and a description`);
  return {
    key,
    path,
    env: meta.env ?? envName(path),
    description: meta.description,
    unit: meta.unit ?? null,
    secret: meta.secret ?? false,
    isPath: meta.path ?? false,
    kind,
    choices: Object.values(def.entries ?? {}),
    nullable,
    default: initial,
    schema,
  };
}

function walk(path: readonly string[], schema: z.ZodType): SettingKey[] {
  const { type, shape } = definition(schema);
  if (type !== "object" || shape === undefined) return [describeKey(path, schema)];
  return Object.entries(shape).flatMap(([name, inner]) => walk([...path, name], inner));
}

/** All settings in the order of the schema. */
export function settingKeys(): SettingKey[] {
  return walk([], SettingsSchema);
}
