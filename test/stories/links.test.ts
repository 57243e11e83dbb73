import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linksOf } from "../../ledger/links/links-of.ts";
import { nobodyKnown } from "../../ledger/persons/known-people.ts";
import type { EventType } from "../../model/extraction.ts";
import type { LedgerEvent } from "../../model/ledger.ts";
import { openStore } from "../../storage/index.ts";
import { resolveStories } from "./measure.ts";
import { loadOutlets, loadStories } from "./story.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "habeas-links-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const outlets = loadOutlets();

/** What is linked with the event of a type (and person) in a told story: kind, type, whom it is about, reasons. */
async function linksIn(
  storyId: string,
  type: EventType,
  name?: string,
  order = (all: readonly never[]) => [...all],
) {
  const store = await openStore({
    dataFolder: await mkdtemp(join(folder, "story-")),
    mongodbDatabase: "unused",
  });
  try {
    const stories = loadStories().filter(({ id }) => id === storyId);
    await resolveStories(store, stories, outlets, order as never);
    const { items } = await store.events.list({ type }, { limit: 20 });
    const of = ({ subjects }: LedgerEvent) => subjects.map((party) => party.name).join(" and ");
    const event = items.find((one) =>
      name === undefined ? one.group !== null || items.length === 1 : of(one) === name,
    );
    if (event === undefined) throw new Error(`no ${type} of ${name ?? "a group"}`);
    const links = await linksOf(store, event, nobodyKnown);
    return links.map((link) => ({
      kind: link.kind,
      what: `${link.event.type} ${of(link.event) || (link.event.group?.label ?? "")}`.trim(),
      reasons: link.reasons,
    }));
  } finally {
    await store.close();
  }
}
const kinds = (links: Awaited<ReturnType<typeof linksIn>>) =>
  links.map(({ kind, what }) => `${kind}: ${what}`).toSorted();

describe("events that belong together", () => {
  it("are a group release and the releases of those whom it names, both ways", async () => {
    const members = await linksIn("group-with-named-members", "release");
    expect(kinds(members)).toEqual([
      "member: release Ales Hrynevich",
      "member: release Volha Sakun",
      "member: release Мікола Рудзько",
    ]);
    expect(members.find(({ what }) => what.endsWith("Sakun"))?.reasons).toEqual(["2 reports tell both"]);
    const group = await linksIn("group-with-named-members", "release", "Ales Hrynevich");
    expect(group.filter(({ kind }) => kind === "group")).toHaveLength(1);
  });

  it("are the talks, the concession and the release of one deal, with the reason", async () => {
    const links = await linksIn("negotiation-sanction-relief-release", "release");
    expect(kinds(links)).toEqual(["deal: negotiation", "deal: sanction_relief"]);
    expect(links.find(({ what }) => what === "negotiation")?.reasons.join()).toMatch(
      /^told as one by .*talks with/,
    );
    expect(links.find(({ what }) => what === "sanction_relief")?.reasons).toEqual([
      "both concern Belmark",
      "at the same time",
      "no article tells them as one deal",
    ]);
    const relief = await linksIn("negotiation-sanction-relief-release", "sanction_relief");
    expect(kinds(relief)).toContain("deal: release prisoners");
  });

  it("are the same whatever came first", async () => {
    const turned = (all: readonly never[]) => all.toReversed();
    for (const [story, type] of [
      ["negotiation-sanction-relief-release", "release"],
      ["group-with-named-members", "release"],
    ] as const)
      expect(kinds(await linksIn(story, type, undefined, turned))).toEqual(kinds(await linksIn(story, type)));
  });

  it("are the people of one swap", async () => {
    const links = await linksIn("swap-with-two-sides", "exchange", "Ethan Gorsky");
    expect(kinds(links).filter((one) => one.startsWith("together"))).toEqual([
      "together: exchange Paula Whent",
      "together: exchange Vadim Krasov",
    ]);
  });

  it("are a pardon and the release that it brought, and a sentence and its extension", async () => {
    expect(kinds(await linksIn("pardon-and-release", "release", "Ірына Чобат"))).toContain(
      "pardon: pardon Iryna Chobat",
    );
    expect(kinds(await linksIn("pardon-and-release", "pardon", "Iryna Chobat"))).toContain(
      "freed: release Ірына Чобат",
    );
    expect(kinds(await linksIn("sentence-and-extension", "sentence_extension", "Viktar Babrou"))).toContain(
      "term: sentence Viktar Babrou",
    );
  });

  it("are not two releases with nothing in common but the month", async () => {
    const links = await linksIn("two-groups-in-one-month", "release");
    expect(links.filter(({ kind }) => kind === "deal")).toEqual([]);
  });
});
