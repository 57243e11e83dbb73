import { expect, it } from "vitest";
import { createRemoteLedger } from "../../cli/remote-ledger.ts";
import { nothingHidden } from "../../review/access/hidden.ts";
import { secretHash } from "../../review/access/secrets.ts";
import { createReading } from "../../review/reading.ts";
import { createTestApp } from "./app.ts";
import { sqliteForTest } from "./backends.ts";
import { serveApp } from "./browser.ts";
import { sampleArticles, tell } from "./ledger.ts";

it("the commands read the same of a review app elsewhere as of its store, and no more than the token may", async () => {
  const place = await sqliteForTest();
  const { store } = place;
  await tell(store, sampleArticles);
  const app = createTestApp(store);
  const served = await serveApp(app);
  const { login } = await app.addUser("viewer");
  const secret = "hbs_0123456789012345678901234567890";
  await store.review.tokens.insert({
    id: secretHash(secret),
    login,
    name: "test",
    scopes: ["read"],
    createdAt: "2025-12-01T00:00:00.000Z",
    expiresAt: null,
    usedAt: null,
  });
  const remote = createRemoteLedger(served.url, secret);
  const page = { limit: 1000 };
  const events = await store.events.list({}, page);
  expect(await remote.events.list({}, page)).toEqual(events);
  expect(await remote.events.list({ type: "release" }, page)).toEqual(
    await store.events.list({ type: "release" }, page),
  );
  expect(await remote.persons.list({ text: "kalesnikava" }, page)).toEqual(
    await store.persons.list({ text: "kalesnikava" }, page),
  );
  const found = await createReading(store, async () => nothingHidden).search(
    { kind: "article", text: "Колесникова" },
    page,
  );
  expect(found.items.length).toBeGreaterThan(0);
  expect(await remote.search({ kind: "article", text: "Колесникова" }, page)).toEqual(found);
  expect(
    (await remote.search({ kind: "article", text: "Колесникова", exactScript: true }, page)).items,
  ).toEqual([]);
  for (const event of events.items) {
    expect(await remote.events.get(event.id)).toEqual(event);
    const claims = await store.claims.get(event.claimIds);
    expect(await remote.claims.get(event.claimIds)).toEqual(claims);
    for (const { articleId } of claims)
      expect(await remote.articles.get(articleId)).toEqual(await store.articles.get(articleId));
  }
  expect(await remote.persons.get("nobody")).toBeNull();
  await expect(
    createRemoteLedger(served.url, "hbs_wrong_wrong_wrong_wrong").events.list({}, page),
  ).rejects.toThrow("says 401");
  await served.close();
  await expect(remote.events.list({}, page)).rejects.toThrow("no review app answers");
  await place.remove();
});
