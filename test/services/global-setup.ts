import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { removeTraces } from "./remove-traces.ts";
import { type Service, type ServiceName, startMongo, startRedis } from "./start.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Port of 127.0.0.1 where test files ask for services. */
    servicesPort: number;
    /** Begins the names of databases and keys of this run, so that runs at the same time do not meet. */
    runId: string;
  }
}

/**
 * Starts each service once for a whole test run, when the first test file asks for it (`for-tests.ts`), and ends them
 * after the last. A run that needs none starts none.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const starting = new Map<string, Promise<Service>>();
  const starters: Record<ServiceName, () => Promise<Service>> = { redis: startRedis, mongodb: startMongo };
  const runId = `habeas_test_${randomUUID().slice(0, 8)}`;

  const server = createServer((request, response) => {
    const name = (request.url ?? "").slice(1) as ServiceName;
    const service = starting.get(name) ?? starters[name]();
    starting.set(name, service);
    service.then(
      ({ url }) => response.end(JSON.stringify({ url })),
      (error: Error) => response.end(JSON.stringify({ error: error.message })),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  project.provide("servicesPort", (server.address() as AddressInfo).port);
  project.provide("runId", runId);

  return async () => {
    server.close();
    for (const [name, service] of starting) {
      const started = await service.catch(() => null);
      if (started?.isShared === true) await removeTraces(name as ServiceName, started.url, runId);
      await started?.stop();
    }
  };
}
