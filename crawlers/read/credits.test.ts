import { describe, expect, it } from "vitest";
import { creditOf } from "./credits.ts";
import { readText } from "./text.ts";

const body =
  "The teacher was set free on Monday after four hundred days, and her family met her at the gate.";
const credit = (text: string, more: { authors?: string[]; sourceId?: string } = {}) => {
  const article = readText(text, { title: "Teacher freed", sourceId: more.sourceId ?? "courier" });
  return creditOf({ ...article, authors: more.authors ?? article.authors });
};

describe("whom an article credits", () => {
  it.each([
    [`WARSAW (Reuters) - ${body}`, "reuters", "dateline"],
    [`MINSK, Belarus (AP) — ${body}`, "ap", "dateline"],
    [`МИНСК, 2 февраля. /ТАСС/. ${body}`, "tass", "dateline"],
    [`MINSK, 2 February (BelTA) – ${body}`, "belta", "dateline"],
    [`${body}\n\nMore is not known.\n\nSource: AFP`, "afp", "line"],
    [`${body}\n\nИсточник: БелТА`, "belta", "line"],
    [`${body}\n\nWith reporting by Reuters and dpa`, "reuters", "line"],
    [
      `She was set free on Monday, according to BelTA, and met by her family.\n\n${body}`,
      "belta",
      "attribution",
    ],
    [
      `Учительницу освободили в понедельник, сообщает БелТА со ссылкой на суд.\n\n${body}`,
      "belta",
      "attribution",
    ],
    [`Interfax reported on Monday that the teacher was set free.\n\n${body}`, "interfax", "attribution"],
  ])("%s", (text, agency, how) => {
    expect(credit(text)).toEqual({ agency, how });
  });

  it("may be its author", () => {
    expect(credit(body, { authors: ["Reuters"] })).toEqual({ agency: "reuters", how: "author" });
    expect(credit(body, { authors: ["Ann Lee"] })).toBeNull();
  });

  it("is not itself", () => {
    expect(credit(`MINSK, 2 February (BelTA) – ${body}`, { sourceId: "belta" })).toBeNull();
  });

  it.each([
    body,
    `She worked for Reuters before she was jailed. ${body}`,
    "The tass of coffee stood on an ap of wood, and the pap was cold, he said to the guard.",
    `${body}\n\nThe minister met a reporter of Interfax in the corridor of the court.`,
  ])("is nobody in: %s", (text) => {
    expect(credit(text)).toBeNull();
  });
});
