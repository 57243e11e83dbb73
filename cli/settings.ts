import { type LoadedSettings, loadSettings } from "../config/load-settings.ts";
import type { GlobalOptions } from "./program.ts";

/** The settings in force for a command: file, environment, and its flags. */
export function settingsOf({
  config,
  data,
  mongodbUrl,
  redisUrl,
  logLevel,
  set,
}: GlobalOptions): LoadedSettings {
  return loadSettings({
    ...(config === undefined ? {} : { file: config }),
    env: process.env,
    flags: {
      ...set,
      "data.folder": data ?? set?.["data.folder"],
      "mongodb.url": mongodbUrl ?? set?.["mongodb.url"],
      "redis.url": redisUrl ?? set?.["redis.url"],
      "log.level": logLevel ?? set?.["log.level"],
    },
  });
}
