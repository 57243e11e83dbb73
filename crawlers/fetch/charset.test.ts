import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { charsetOfContentType, decodeText } from "./charset.ts";

/** Encodes Cyrillic, ASCII and a few signs in windows-1251, which Node decodes but does not encode. */
function windows1251(text: string): Uint8Array {
  const table = new Map<string, number>();
  const decoder = new TextDecoder("windows-1251");
  for (let byte = 0; byte < 256; byte += 1) table.set(decoder.decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from(Array.from(text, (char) => table.get(char) ?? 0x3f));
}

const russian = "Политзаключённая освобождена из колонии в Гомеле, сообщили «Вясна» и адвокаты.";
const belarusian = "Палітзняволеную вызвалілі з калоніі ў Гомелі, паведаміла «Вясна».";
const page = (text: string, head = "") =>
  `<!DOCTYPE html><html><head>${head}<title>x</title></head><body><p>${text}</p></body></html>`;

describe("decodeText", () => {
  it.each([
    ["declared in the header", page(russian), "text/html; charset=windows-1251"],
    ["declared in meta", page(russian, '<meta charset="windows-1251">'), "text/html"],
    [
      "declared in http-equiv",
      page(russian, '<meta http-equiv="Content-Type" content="text/html; charset=cp1251">'),
      null,
    ],
    ["not declared", page(russian), "text/html"],
    ["declared as UTF-8 in the header", page(russian), "text/html; charset=utf-8"],
    ["declared as UTF-8 in meta", page(russian, '<meta charset="utf-8">'), "text/html"],
    ["declared as ISO 8859-1, the server's default", page(russian), "text/html; charset=ISO-8859-1"],
    ["declared as KOI8-R", page(russian), "text/html; charset=koi8-r"],
    ["declared under an unknown name", page(russian), "text/html; charset=x-unknown"],
    ["Belarusian and not declared", page(belarusian), null],
    [
      "in an XML declaration",
      `<?xml version="1.0" encoding="windows-1251"?><rss><title>${russian}</title></rss>`,
      "text/xml",
    ],
    ["in XML without declaration", `<rss><title>${russian}</title></rss>`, "text/xml"],
  ])("reads windows-1251 %s", (_, text, contentType) => {
    expect(decodeText(windows1251(text), { contentType })).toMatchObject({ text, charset: "windows-1251" });
  });

  it.each([
    ["declared as windows-1251", "text/html; charset=windows-1251"],
    ["declared as ISO 8859-1", "text/html; charset=iso-8859-1"],
    ["not declared", null],
  ])("reads UTF-8 %s", (_, contentType) => {
    expect(decodeText(Buffer.from(page(russian)), { contentType })).toMatchObject({
      text: page(russian),
      charset: "utf-8",
    });
  });

  it("takes a byte order mark over everything else and leaves it out of the text", () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(russian, "utf16le")]);
    expect(decodeText(utf16, { contentType: "text/html; charset=windows-1251" })).toEqual({
      text: russian,
      charset: "utf-16le",
      decidedBy: "bom",
    });
    const utf8 = Buffer.from(`\ufeff${russian}`);
    expect(decodeText(utf8).text).toBe(russian);
  });

  it("reads UTF-16 without a mark when it is declared", () => {
    const text = page(russian);
    const decoded = decodeText(Buffer.from(text, "utf16le"), { contentType: "text/html; charset=utf-16le" });
    expect(decoded.text).toBe(text);
  });

  it("keeps UTF-8 that was cut in the middle of a letter", () => {
    const cut = Buffer.from(russian).subarray(0, 41);
    const decoded = decodeText(cut, { contentType: "text/html; charset=utf-8" });
    expect(decoded.charset).toBe("utf-8");
    expect(russian.startsWith(decoded.text.replace("\ufffd", ""))).toBe(true);
  });

  it("reads windows-1252 with its quotation marks and accents", () => {
    const bytes = Uint8Array.from([
      ...Buffer.from("<p>caf"),
      0xe9,
      0x20,
      0x93,
      0x6f,
      0x75,
      0x69,
      0x94,
      ...Buffer.from(" tr"),
      0xe8,
      ...Buffer.from("s bien</p>"),
    ]);
    expect(decodeText(bytes, { contentType: "text/html; charset=iso-8859-1" }).text).toBe(
      "<p>café “oui” très bien</p>",
    );
  });

  it("believes what is known of the source over what the page declares", () => {
    const text = "<p>Обмен</p>";
    expect(
      decodeText(windows1251(text), { charset: "windows-1251", contentType: "text/html; charset=koi8-r" })
        .text,
    ).toBe(text);
  });

  it("decodes any bytes under any declaration without throwing", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, label) => {
        expect(
          typeof decodeText(bytes, { contentType: `text/html; charset=${label}`, charset: label }).text,
        ).toBe("string");
      }),
    );
  });

  it("gives every text back that was written in UTF-8", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }).filter((text) => !text.startsWith("\ufeff")),
        (text) => {
          expect(decodeText(Buffer.from(text), { contentType: "text/html; charset=utf-8" }).text).toBe(text);
        },
      ),
    );
  });
});

describe("charsetOfContentType", () => {
  it("reads quoted and bare labels and refuses unknown ones", () => {
    expect(charsetOfContentType('text/html; charset="Windows-1251"')).toBe("windows-1251");
    expect(charsetOfContentType("text/html;charset=cp1251; boundary=x")).toBe("windows-1251");
    expect(charsetOfContentType("text/html; charset=nonsense")).toBeNull();
    expect(charsetOfContentType(null)).toBeNull();
  });
});
