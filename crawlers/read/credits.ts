import type { Article } from "../../model/article.ts";

/** An agency whose report an article passes on, and how the article says so. */
export interface Credit {
  /** Id of the agency, which is its source's id where it is one. */
  agency: string;
  how: "author" | "dateline" | "line" | "attribution";
}

/** Names by which agencies are credited. Short ones only count in capitals: "ap" is no agency, "AP" is. */
const agencies: readonly (readonly [id: string, name: RegExp])[] = [
  ["reuters", /reuters|рейтер/iu],
  ["ap", /associated press|(?<!\p{L})AP(?!\p{L})/u],
  ["afp", /agence france[- ]presse|(?<!\p{L})AFP(?!\p{L})|франс пресс/iu],
  ["dpa", /deutsche presse-agentur|(?<!\p{L})dpa(?!\p{L})/u],
  ["efe", /(?<!\p{L})(?:agencia )?EFE(?!\p{L})/u],
  ["belta", /belta|белта/iu],
  ["tass", /(?<!\p{L})(?:itar-)?tass(?!\p{L})|(?<!\p{L})тасс(?!\p{L})/iu],
  ["interfax", /interfax|интерфакс|інтэрфакс/iu],
  ["ria-novosti", /ria novosti|риа «?новости|рыа «?навіны/iu],
  ["xinhua", /xinhua|синьхуа/iu],
  ["anadolu", /anadolu/iu],
  ["irna", /(?<!\p{L})IRNA(?!\p{L})/u],
  ["pap", /polish press agency|(?<!\p{L})PAP(?!\p{L})/u],
  ["ukrinform", /ukrinform|укринформ|укрінформ/iu],
];

const maxLineCharacters = 160;
/** `MINSK, 2 February (BelTA) –`, `WARSAW (Reuters) -`, `МИНСК, 2 февраля. /ТАСС/.` */
const dateline = /^[\p{Lu}][\p{L}\s.,'’/-]{1,40}[^(/]{0,24}(?:\(([^()]{2,40})\)|\/([^/]{2,30})\/)\s*[.—–-]/u;
const creditLine =
  /^(?:source|sources|quelle|fuente|источник|крыніца|джерело|źródło|with (?:reporting|files) (?:by|from)|reporting by|additional reporting by|по материалам|паводле|©|\(c\))\s*:?\s*(.{2,80})$/iu;
/** A verb of telling beside the agency's name. */
const told =
  /(?:according to|as reported by|reported by|citing|quoted by|told|laut|según|как сообщает|сообщает|сообщила?|передает|передаёт|со ссылкой на|по данным|паведамляе|паводле|са спасылкай на|повідомляє|podaje)\s+(?:the |state (?:news )?agency |news agency |агентство |агенцтва |агентства |корреспондент |карэспандэнт )*([^,.;]{2,40})|([\p{L}\s-]{2,40}?)\s+(?:reports|reported|said in a report|сообщает|передает|передаёт|паведамляе|повідомляє)(?!\p{L})/giu;

/** Finds whom an article credits with its report; its own publisher does not count. Null when it credits nobody. */
export function creditOf({ sourceId, authors, text, paragraphs }: Article): Credit | null {
  const named = (words: string): string | null => {
    const found = agencies.find(([id, name]) => id !== sourceId && name.test(words));
    return found?.[0] ?? null;
  };
  for (const author of authors) {
    const agency = author.split(" ").length <= 3 ? named(author) : null;
    if (agency !== null) return { agency, how: "author" };
  }
  const lines = paragraphs
    .filter(({ zone }) => zone !== "headline" && zone !== "teaser" && zone !== "newsletter")
    .map(({ start, end }) => text.slice(start, end));
  for (const line of lines.slice(0, 2)) {
    const [, round, slashed] = dateline.exec(line) ?? [];
    const agency = named(round ?? slashed ?? "");
    if (agency !== null) return { agency, how: "dateline" };
  }
  for (const line of [...lines.slice(0, 1), ...lines.slice(-3)]) {
    if (line.length > maxLineCharacters) continue;
    const credited = creditLine.exec(line)?.[1] ?? /^\(([^()]{2,40})\)$/.exec(line)?.[1];
    const agency = credited === undefined ? null : named(credited);
    if (agency !== null) return { agency, how: "line" };
  }
  for (const line of lines.slice(0, 2)) {
    for (const [, after, before] of line.matchAll(told)) {
      const agency = named(after ?? before ?? "");
      if (agency !== null) return { agency, how: "attribution" };
    }
  }
  return null;
}
