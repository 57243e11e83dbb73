import { createHash } from "node:crypto";
import type { Gazetteers } from "../model/gazetteer.ts";

/**
 * Names the extractors by what decides their results: their code with its rules and lexicons, and the gazetteers. The
 * same name means the same extraction of the same article.
 * @param code fingerprint of the code, see `config/extractor-code.ts`.
 */
export function extractorVersion(code: string, gazetteers: Gazetteers): string {
  const data = JSON.stringify(gazetteers, (_key, value: unknown) =>
    value instanceof Map ? [...value.entries()] : value,
  );
  return createHash("sha256").update(code).update(data).digest("hex").slice(0, 12);
}
