#!/usr/bin/env node
/**
 * npm run services: finds or installs what the tests need beside Node.js — Redis, a server that speaks MongoDB's
 * protocol, and Chromium — and says what it chose. Nothing is left running; every test run starts its own.
 *
 * In this order: REDIS_URL and MONGODB_URL; programs in PATH; what an earlier run installed; apt, as root on Debian
 * and Ubuntu; else the binaries that npm packages download. HABEAS_SERVICES says where (~/.cache/habeas/services).
 */
import { installChromium, installMongo, installRedis } from "./install.mjs";
import { exclusively } from "./exclusive.mjs";
import { findChromium, findMongo, findRedis } from "./find.mjs";

const services = [
  { name: "Redis", find: findRedis, install: installRedis, need: "the BullMQ queue" },
  { name: "MongoDB", find: findMongo, install: installMongo, need: "the MongoDB store" },
  { name: "Chromium", find: findChromium, install: installChromium, need: "pages that need JavaScript" },
];

let failed = 0;
for (const { name, find, install, need } of services) {
  try {
    const found = (await find()) ?? (await exclusively(async () => (await find()) ?? (await install(), await find())));
    if (found === null) throw new Error("it was installed but cannot be found");
    console.log(`${name.padEnd(9)} ${found.from}`);
  } catch (error) {
    failed++;
    console.error(`${name.padEnd(9)} MISSING, so ${need} cannot be tested: ${error.message}`);
  }
}
process.exitCode = failed === 0 ? 0 : 1;
