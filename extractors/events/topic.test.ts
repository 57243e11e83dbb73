import { describe, expect, it } from "vitest";
import { composeText } from "../../model/article.ts";
import { englishEvents } from "../languages/en/event-words.ts";
import { analyse } from "../text/analyse.ts";
import { isOnTopic } from "./topic.ts";

const onTopic = (text: string) =>
  isOnTopic(
    analyse({
      ...composeText("", [{ text, zone: "body" as const }]),
      lang: "en",
      published: "2025-05-05",
    }),
    englishEvents,
  );

describe("a flash of one sentence", () => {
  it.each([
    "Peter Reyl and Thomas Reyl were freed on Friday.",
    "Anna Vale was kidnapped in March.",
    "The two captives are on their way home.",
    "A court jailed Tom Fox for nine years.",
  ])("is on topic: %s", (text) => {
    expect(onTopic(text)).toBe(true);
  });

  it.each([
    "The midfielder was freed by his club on Friday.",
    "The film that freed a genre is back in cinemas.",
    "The band released a new album on Friday.",
    "Peter Hall charged his phone.",
  ])("is not: %s", (text) => {
    expect(onTopic(text)).toBe(false);
  });
});
