import type { CountriesOf } from "./search.ts";
import type { Store } from "./store.ts";

export interface OpenStoreOptions {
  /** Folder of the embedded store. */
  dataFolder: string;
  /** When given, documents and captures live in MongoDB instead. */
  mongodbUrl?: string | undefined;
  mongodbDatabase: string;
  /** Countries that the search index knows documents by; none when absent. */
  countriesOf?: CountriesOf;
}

/**
 * Opens the store that the settings ask for and loads only its driver.
 *
 * @throws Permanent when the data folder or the address cannot be used, {@link Retryable} when no server answers.
 */
export async function openStore({
  dataFolder,
  mongodbUrl,
  mongodbDatabase,
  countriesOf,
}: OpenStoreOptions): Promise<Store> {
  const countries = countriesOf === undefined ? {} : { countriesOf };
  if (mongodbUrl === undefined) {
    const { createSqliteStore } = await import("./sqlite/index.ts");
    return createSqliteStore({ folder: dataFolder, ...countries });
  }
  const { createMongoStore } = await import("./mongodb/index.ts");
  return createMongoStore({ url: mongodbUrl, database: mongodbDatabase, ...countries });
}
