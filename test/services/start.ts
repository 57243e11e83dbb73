import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A service that was started for its caller and ends with it, also when the caller is killed. */
export interface Service {
  url: string;
  /** Whether somebody gave the address: then others may use the service too, and what tests leave there stays. */
  isShared: boolean;
  stop(): Promise<void>;
}

export type ServiceName = "redis" | "mongodb";

const given = { redis: "REDIS_URL", mongodb: "MONGODB_URL" } as const;

/** A Redis of its own with an empty, temporary data folder, on a free port of 127.0.0.1; or the one at `REDIS_URL`. */
export const startRedis = (): Promise<Service> => start("redis");

/** A server that speaks MongoDB's protocol, likewise; or the one at `MONGODB_URL`. */
export const startMongo = (): Promise<Service> => start("mongodb");

async function start(name: ServiceName): Promise<Service> {
  const supervisor = fileURLToPath(new URL("supervise.mjs", import.meta.url));
  const child = spawn(process.execPath, [supervisor, name], {
    stdio: ["pipe", "pipe", "inherit"],
    detached: true, // Ctrl-C in a terminal ends us; the supervisor then cleans up in peace
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const answer = await new Promise<string>((resolve, reject) => {
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (data: string) => {
      output += data;
      if (output.endsWith("\n")) resolve(output);
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the supervisor of ${name} ended with ${code}`)));
  });
  const { url, error } = JSON.parse(answer) as { url?: string; error?: string };
  if (url === undefined) throw new Error(error);
  return {
    url,
    isShared: process.env[given[name]] !== undefined,
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
