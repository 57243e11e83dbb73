import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../../storage/store.ts";
import { type Client, createTestApp, type TestApp } from "./app.ts";
import { backendsForTests, type TestStore } from "./backends.ts";
import { browserForTests, contextOf, faultsOf, type ServedApp, serveApp } from "./browser.ts";
import { tell } from "./ledger.ts";

const browser = await browserForTests("persons in a browser");
afterAll(() => browser?.close());

const people = [
  {
    url: "https://one.example/ryhor",
    title: "Activist arrested",
    text: "Police in Minsk arrested activist Ryhor Sampletski on 3 March 2024.",
    published: "2024-03-04T08:00:00Z",
  },
  {
    url: "https://two.example/alena",
    title: "Activist arrested in Homel",
    text: "Police in Homel arrested activist Alena Testava on 5 May 2024.",
    published: "2024-05-06T08:00:00Z",
  },
  {
    url: "https://two.example/alena-free",
    title: "Activist released",
    text: "Alena Testava was released from prison on 7 July 2025, her lawyer said.",
    published: "2025-07-08T08:00:00Z",
  },
];

async function named(store: Store, text: string): Promise<string> {
  const [person] = (await store.persons.list({ text }, { limit: 1 })).items;
  if (person === undefined) throw new Error(`nobody is called ${text}`);
  return person.id;
}

describe.skipIf(browser === null).each(await backendsForTests("persons in the app on MongoDB"))(
  "who is who, on %s,",
  (_name, open) => {
    let place: TestStore;
    let app: TestApp;
    let served: ServedApp;
    let analyst: Client;
    let ids: string[];

    beforeAll(async () => {
      place = await open();
      await tell(place.store, people);
      app = createTestApp(place.store);
      await app.services.live.look();
      served = await serveApp(app);
      analyst = await app.as("analyst");
      ids = [await named(place.store, "Sampletski"), await named(place.store, "Testava")];
    });
    afterAll(async () => {
      await served.close();
      await place.remove();
      expect(app.errors).toEqual([]);
    });

    const ask = (reason: string) =>
      place.store.reviewTasks.open({
        kind: "identity",
        target: { kind: "persons", ids },
        reason,
        priority: 3,
        openedAt: "2025-12-15T09:00:00.000Z",
      });
    const pageOf = async () => {
      const context = await contextOf(browser as Browser, served.url, analyst.secret ?? "");
      return context.newPage();
    };

    it("is decided by one key, and taken back by another", async () => {
      await ask("they sound alike");
      const page = await pageOf();
      await page.goto(`${served.url}/tasks`);
      expect(await page.locator("#in-hand").textContent()).toContain("One person?");
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press("x");
      await page.getByText("No question waits here.").waitFor();
      const merged = await place.store.persons.list({}, { limit: 10 });
      expect(merged.items.map(({ articleIds }) => articleIds.length)).toEqual([3]);
      // Both ids keep leading to the one person.
      for (const id of ids)
        expect((await analyst.get(`/persons/${encodeURIComponent(id)}`)).status).toBe(200);

      await page.goto(`${served.url}/persons/${encodeURIComponent(ids[0] ?? "")}`);
      await page.getByRole("button", { name: "Undo" }).click();
      await page.getByText("took a decision back").waitFor();
      const parted = await place.store.persons.list({}, { limit: 10 });
      expect(parted.items.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
      await page.context().close();
    });

    it("once told apart stays apart: the question is closed, and answered once only", async () => {
      const { id } = await ask("asked for another reason");
      const page = await pageOf();
      await page.goto(`${served.url}/tasks?task=${id}`);
      await page.keyboard.press("n");
      await page.getByText("No question waits here.").waitFor();
      expect(await place.store.reviewTasks.get(id)).toMatchObject({ status: "closed" });
      const [decision] = (await place.store.decisions.list({ kind: "not_same" }, { limit: 1 })).items;
      expect(decision).toMatchObject({ by: analyst.user?.login, target: { kind: "persons" } });
      expect((await analyst.post(`/tasks/${id}/decide`, { answer: "merge" })).status).toBe(409);
      await page.context().close();
    });

    it("is split by the articles that mean somebody else", async () => {
      const [, alena = ""] = ids;
      const articles = (await place.store.persons.get(alena))?.articleIds ?? [];
      expect(articles.length).toBe(2);
      const answer = await analyst.send("POST", "/api/v1/persons/decisions", {
        kind: "split",
        personId: alena,
        articleIds: [articles[0]],
      });
      expect(answer.status).toBe(201);
      const { id } = (await answer.json()) as { id: string };
      expect((await place.store.persons.list({}, { limit: 10 })).items.length).toBe(3);
      expect((await analyst.send("POST", `/api/v1/decisions/${id}/undo`)).status).toBe(200);
      expect((await place.store.persons.get(alena))?.articleIds.length).toBe(2);
    });

    it("shows what was the status on any day, by the slider and by the plain form", async () => {
      const address = `/persons/${encodeURIComponent(ids[1] ?? "")}`;
      const statusOn = async (day: string) =>
        /<h2 id="status">([^<]*)</.exec(await (await analyst.get(`${address}?asOf=${day}`)).text())?.[1];
      expect(await statusOn("2024-05-01")).toBe("Unknown");
      expect(await statusOn("2024-06-01")).toContain("Detained since 5 May 2024");
      expect(await statusOn("2025-08-01")).toContain("Released since 7 Jul 2025");
      const page = await pageOf();
      await page.goto(served.url + address);
      const slider = page.getByRole("slider", { name: "Day" });
      await slider.focus();
      await page.keyboard.press("Home");
      await page.waitForURL(/asOf=2024-05-05/);
      expect(await page.locator("#status").textContent()).toContain("Detained");
      await page.context().close();
    });

    it("refuses questions and persons that are not there", async () => {
      expect((await analyst.post("/tasks/none/decide", { answer: "done" })).status).toBe(404);
      const other = await analyst.post(`/persons/${encodeURIComponent(ids[0] ?? "")}/merge`, {
        other: "nobody",
      });
      expect(other.status).toBe(404);
    });
  },
);
