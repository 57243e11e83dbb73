import type { Source } from "../../model/source.ts";
import type { FetchRequest } from "./types.ts";

/** What a source's file says about how it wants to be asked; spread into every request to it. */
export function sourceRequest({ id, langs, crawl = {} }: Source): Omit<FetchRequest, "url"> {
  const { concurrency, delaySeconds, timeoutSeconds, ignoreRobotsReason, proxy, cookies, keepCookies } =
    crawl;
  return {
    langs,
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(delaySeconds === undefined ? {} : { delayMs: delaySeconds * 1_000 }),
    ...(timeoutSeconds === undefined ? {} : { timeoutMs: timeoutSeconds * 1_000 }),
    ...(proxy === undefined ? {} : { proxy }),
    ...(cookies === undefined ? {} : { cookies }),
    ...(keepCookies === true ? { session: id } : {}),
    ...(ignoreRobotsReason === undefined ? {} : { ignoreRobotsReason }),
  };
}
