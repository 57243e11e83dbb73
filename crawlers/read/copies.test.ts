import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { copyKeys, similarity } from "./copies.ts";

const wire = `VILNIUS (NWS) – Belarus on Saturday released nine prisoners who had been held on charges of extremism, among
them the translator Alena Hurynovich, after two days of talks with an American envoy. The nine crossed the border at
Kamenny Loh in a white bus shortly after four in the afternoon and were met by relatives and by doctors. Hurynovich, who
was sentenced to seven years in 2022, said that she had been told of her release only that morning, when guards brought
her clothes and asked her to sign a paper that she was not given time to read. A spokesman for the foreign ministry in
Minsk called the step humanitarian and said that no concessions had been made. Human rights groups count more than eleven
hundred people who are still held for political reasons, a third of them in colonies where visits have been stopped. The
envoy is expected to return before the end of the month, diplomats in Vilnius said, to speak about a second group.`;

const withNewLead = `After months of silence the doors opened at last: a group of prisoners from Belarus reached Lithuania on
Saturday evening, our correspondent reports from the crossing. ${wire.slice(wire.indexOf("The nine crossed"))}`;

const withMore = `${wire} In a message to this newspaper the mayor of Vilnius promised the group shelter for as long as it
was needed. Volunteers had prepared rooms in a guest house near the station, with warm clothes, telephones and food. A
teacher who drives to the border every week said that she had stopped counting the buses that never came.`;

const otherStory = `A bus with nine freed people stopped at the Lithuanian border post a little after four on Saturday. Alena
Hurynovich, a translator, stepped out first. She had spent three years in a penal colony near Homel, and she laughed when
somebody handed her a telephone, because she had forgotten how to unlock it. The release follows negotiations that an
envoy from Washington held in Minsk this week. Officials there spoke of goodwill; campaigners answered that goodwill would
mean opening the gates for everybody, and named a thousand and more who remain behind bars. What was promised in return is
not known. Families of other prisoners had come to the crossing with photographs and waited until the barrier went down.`;

const russian = `Суд Минской области приговорил переводчицу Алену Гуринович к семи годам колонии общего режима. Заседание
проходило в закрытом режиме, приговор огласили в пятницу утром. По словам правозащитников, её обвинили в содействии
экстремистской деятельности за перевод нескольких интервью. Вину она не признала и намерена обжаловать решение. Свидания с
родными ей запретили ещё летом, письма доходят с задержкой в два месяца.`;

const sharesKey = (a: string, b: string): boolean => copyKeys(a).some((key) => copyKeys(b).includes(key));

describe("keys and similarity of copies", () => {
  it("find a wire copy whose lead was rewritten", () => {
    expect(sharesKey(wire, withNewLead)).toBe(true);
    expect(similarity(wire, withNewLead)).toBeGreaterThan(0.7);
  });

  it("find a wire copy to which paragraphs were added", () => {
    expect(sharesKey(wire, withMore)).toBe(true);
    expect(similarity(wire, withMore)).toBeGreaterThan(0.95);
  });

  it("keep apart two reporters' stories about one event", () => {
    expect(sharesKey(wire, otherStory)).toBe(false);
    expect(similarity(wire, otherStory)).toBeLessThan(0.1);
  });

  it("work in Cyrillic script, whatever the quotation marks, case and ё", () => {
    const copy = `МИНСК, 12 декабря. ${russian.replaceAll("её", "ее").replaceAll("ещё", "еще").toUpperCase()}`;
    expect(sharesKey(russian, copy)).toBe(true);
    expect(similarity(russian, copy)).toBeGreaterThan(0.95);
    expect(similarity(russian, wire)).toBe(0);
  });

  it("are the same whenever they are computed, and few", () => {
    expect(copyKeys(wire)).toEqual(copyKeys(wire));
    expect(copyKeys(wire)).toHaveLength(12);
    expect(new Set(copyKeys(wire)).size).toBe(12);
  });

  it("give nothing for a text without words", () => {
    expect(copyKeys(" — … ")).toEqual([]);
    expect(similarity("", wire)).toBe(0);
  });

  it("call any text of some words its own copy, and give a share between 0 and 1 for any two", () => {
    const text = fc
      .array(fc.stringMatching(/^[a-zа-я]{1,8}$/), { minLength: 1, maxLength: 60 })
      .map((w) => w.join(" "));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(similarity(a, a)).toBe(1);
        expect(sharesKey(a, a)).toBe(true);
        const share = similarity(a, b);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(similarity(b, a)).toBe(share);
      }),
    );
  });
});
