import { MongoClient } from "mongodb";
import { afterAll, describe, expect, it } from "vitest";
import { Permanent, Retryable } from "../../model/errors.ts";
import { mongoForTests } from "../../test/services/for-tests.ts";
import { describeStore } from "../conformance/index.ts";
import { capture, hashOf } from "../conformance/samples.ts";
import { createMongoStore } from "./index.ts";

const mongo = await mongoForTests("the MongoDB store");

describe.skipIf(mongo === null)("with a server", () => {
  const { url, database: name } = mongo ?? { url: "mongodb://127.0.0.1:1", database: "none" };
  const client = new MongoClient(url);
  afterAll(() => client.close());

  describeStore("MongoDB", async () => {
    const database = `${name}_suite`;
    return {
      open: (options) => createMongoStore({ url, database, ...options }),
      async spoil(collection, id, document) {
        await client
          .db(database)
          .collection<{ _id: string }>(collection)
          .updateOne({ _id: id }, { $set: { doc: document } });
      },
      async remove() {
        // Emptied, not dropped: to make all indexes anew takes longer than most tests.
        const collections = await client.db(database).collections();
        await Promise.all(collections.map((collection) => collection.deleteMany({})));
      },
    };
  });

  it("makes its indexes once when several processes open a new database at once", async () => {
    const database = `${name}_new`;
    const stores = await Promise.all(Array.from({ length: 5 }, () => createMongoStore({ url, database })));
    const indexes = await client.db(database).collection("articles").indexes();
    expect(indexes.map((index) => index.name)).toContain("stage_1_stageAt_1__id_1");
    await Promise.all(stores.map((store) => store.close()));
    await client.db(database).dropDatabase();
  });

  it("tells a damaged capture as such", async () => {
    const database = `${name}_damaged`;
    const store = await createMongoStore({ url, database });
    const page = Buffer.from("page");
    await store.captures.put(capture(page), page);
    const chunks = client.db(database).collection<{ _id: string }>("bodies.chunks");
    await chunks.updateOne({ _id: `${hashOf(page)}:0` }, { $set: { data: Buffer.from("egap") } });
    await expect(store.captures.body(hashOf(page))).rejects.toThrow(Permanent);
    await chunks.deleteMany({});
    await expect(store.captures.body(hashOf(page))).rejects.toThrow(Permanent);
    await store.close();
    await client.db(database).dropDatabase();
  });

  it("mends a body whose writer died half-way", async () => {
    const database = `${name}_half`;
    const store = await createMongoStore({ url, database });
    const body = Buffer.alloc(600_000, "x");
    await store.captures.put(capture(body), body);
    await client
      .db(database)
      .collection<{ _id: string }>("bodies.files")
      .deleteOne({ _id: hashOf(body) });
    await client
      .db(database)
      .collection<{ _id: string }>("bodies.chunks")
      .deleteOne({ _id: `${hashOf(body)}:1` });
    expect(await store.captures.body(hashOf(body))).toBeNull();
    await store.captures.put(capture(body), body);
    expect(hashOf((await store.captures.body(hashOf(body))) ?? Buffer.of())).toBe(hashOf(body));
    await store.close();
    await client.db(database).dropDatabase();
  });
});

describe("a MongoDB that cannot be had", () => {
  it("is named without its password, with what to do", async () => {
    const url = "mongodb://reader:s3cret@127.0.0.1:1/?directConnection=true";
    const opening = createMongoStore({ url, database: "d", serverSelectionTimeoutMs: 50 });
    await expect(opening).rejects.toThrow(Retryable);
    await expect(opening).rejects.toThrow(/mongodb:\/\/reader:…@127\.0\.0\.1:1\/.*MONGODB_URL/);
    await expect(opening).rejects.not.toThrow(/s3cret/);
  });

  it("is refused at once when its address is malformed", async () => {
    await expect(createMongoStore({ url: "postgres://u:s3cret@h/", database: "d" })).rejects.toThrow(
      Permanent,
    );
    await expect(createMongoStore({ url: "postgres://u:s3cret@h/", database: "d" })).rejects.not.toThrow(
      /s3cret/,
    );
  });
});
