import { describe, expect, it } from "vitest";
import { priorities, priorityOf } from "./priority.ts";

const of = (title: string, options = {}) => priorityOf({ title }, options);

describe("priorityOf", () => {
  it.each([
    "Maria Kalesnikava freed in Belarus",
    "Belarus releases 52 prisoners after US envoy's visit",
    "Lukashenko pardons 31 people",
    "US and Russia carry out largest prisoner swap since Cold War",
    "Journalist walks free after 500 days",
    "Hostage set free in Mali",
    "Лукашенко помиловал ещё 15 человек",
    "Журналистку освободили из колонии",
    "Политзаключённый вышел на свободу",
    "Состоялся обмен заключёнными между Россией и США",
    "Амнистия коснётся осуждённых по экстремистским статьям",
    "Вызвалілі яшчэ пяцёх палітвязняў",
    "Памілавалі 13 чалавек",
    "Журналістка выйшла на волю",
    "Звільнено з полону трьох журналістів",
    "Excarcelan a 30 presos políticos",
  ])("puts “%s” first", (title) => {
    expect(of(title)).toBe(priorities.release);
  });

  it.each([
    "Human rights group releases report on prison conditions",
    "Prisoner held in solitary confinement for a third month",
    "Court sentences blogger to 11 years",
    "Activist arrested in Minsk",
    "Политзаключённого поместили в ШИЗО",
    "Суд вынес приговор журналисту",
    "Задержан правозащитник",
    "Палітвязня перавялі ў турму",
    "Ministry releases video of detained journalist",
  ])("puts “%s” before ordinary news", (title) => {
    expect(of(title)).toBe(priorities.detention);
  });

  it.each([
    "Bread prices rise in Minsk",
    "Band releases new album",
    "Погода на выходные",
    "Парламент принял бюджет",
    "Freedom of the press index published",
    "",
  ])("finds nothing urgent in “%s”", (title) => {
    expect(of(title)).toBe(priorities.ordinary);
  });

  it("looks into the summary for other news of detention", () => {
    expect(
      priorityOf({
        title: "Third month without letters",
        summary: "The political prisoner has not been heard of.",
      }),
    ).toBe(priorities.detention);
    expect(priorityOf({ title: null })).toBe(priorities.ordinary);
  });

  it("lets a backfill wait, except for releases", () => {
    expect(of("Activist arrested in Minsk", { backfill: true })).toBe(priorities.backfill);
    expect(of("Activist freed in Minsk", { backfill: true })).toBe(priorities.release);
  });
});
