import { expect, it } from "vitest";
import { changesBetween, hasChanged, wordChanges } from "./changes.ts";
import { correctionsIn } from "./corrections.ts";
import { readText } from "./text.ts";

it.each([
  "Correction: an earlier version of this story gave the wrong court.",
  "This article was amended on 3 March 2026 to correct the spelling of a name.",
  "Editor’s note: the headline was changed after publication for clarity.",
  "UPDATE: adds the comment of the ministry in the fourth paragraph.",
  "Исправлено: в первой версии новости был указан неверный срок.",
  "В более ранней версии текста говорилось о семи задержанных.",
  "Выпраўлена: у першай версіі навіны быў памылковы тэрмін.",
  "Corrección: una versión anterior de esta nota daba otra edad.",
])("%s", (text) => {
  expect(correctionsIn(["Something else.", text])).toEqual([text]);
});

it.each([
  "Updated: 3 March 2026",
  "The corrections officer took her to another cell of the colony.",
  "He was sent to a correctional colony for seven years.",
  "Исправительная колония № 4 находится в Гомеле, сообщает адвокат.",
  "Updated figures show that 1,200 people are held in the country.",
])("no correction: %s", (text) => {
  expect(correctionsIn([text])).toEqual([]);
});

it("shows what was changed between two versions, by paragraph and by word", () => {
  const before = readText("Teacher freed\n\nShe was freed on Monday.\n\nHer lawyer confirmed it.", {
    title: "Teacher freed",
  });
  const after = readText("Teacher freed\n\nShe was freed on Tuesday.\n\nHer lawyer confirmed it.", {
    title: "Teacher freed",
  });
  expect(hasChanged(before, after)).toBe(true);
  expect(changesBetween(before, after).filter(({ kind }) => kind !== "same")).toEqual([
    { kind: "removed", text: "She was freed on Monday." },
    { kind: "added", text: "She was freed on Tuesday." },
  ]);
  expect(
    wordChanges("freed on Monday.", "freed on Tuesday.").map(({ kind, text }) => `${kind}:${text}`),
  ).toEqual(["same:freed on ", "removed:Monday", "added:Tuesday", "same:."]);
});
