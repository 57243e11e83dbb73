import { lookup as systemLookup, type LookupAddress, type LookupAllOptions } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { Permanent } from "../../model/errors.ts";

/** Asks the DNS for all addresses of a host; the shape of `node:dns` lookup with `all`. */
export type LookupAll = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface GuardOptions {
  /**
   * Hosts (`127.0.0.1`, `localhost`) or hosts with port (`127.0.0.1:8080`) that may be private. For tests and the demo.
   */
  allow?: readonly string[];
  lookup?: LookupAll;
}

/** Keeps requests away from everything that is not the public Internet. */
export interface Guard {
  /**
   * Parses an address and checks what can be checked without the DNS: http or https, no user name, no literal address
   * outside public unicast space, no port of other services. The URL parser has already turned 127.1, 0x7f000001 and 2130706433 into 127.0.0.1.
   * @throws {Permanent} with the reason.
   */
  checkUrl(address: string | URL): URL;
  /** True when this host, or host and port, was allowed explicitly. */
  isAllowListed(hostname: string, port: number): boolean;
  /**
   * A `lookup` for sockets: resolves and passes on public addresses only, so that the address which was checked is the
   * one that is connected to. Not called by node for literal addresses; those are {@link checkUrl}'s.
   */
  lookup: LookupFunction;
}

/**
 * Ports of services that speak no HTTP but can be made to do harm by it: those that browsers refuse (Fetch standard,
 * "bad ports") as far as they are still in use, and those of databases, caches and container interfaces.
 */
const FORBIDDEN_PORTS = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 445, 465, 512, 513, 514,
  515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1433, 1521, 1719, 1720,
  1723, 2049, 2181, 2375, 2376, 2379, 2380, 3306, 3389, 3659, 4045, 4190, 5060, 5061, 5432, 5672, 5900, 5984,
  6000, 6379, 6443, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 8086, 8500, 9042, 9092, 9200, 9300, 10080,
  10250, 11211, 15672, 27017, 27018,
]);

/** Creates a guard. Method: only ipaddr.js range `unicast` is public; IPv4-mapped IPv6 counts as its IPv4 address. */
export function createGuard(options: GuardOptions = {}): Guard {
  const allow = new Set((options.allow ?? []).map((entry) => entry.toLowerCase()));
  const lookupAll: LookupAll = options.lookup ?? systemLookup;

  const isAllowListed = (hostname: string, port: number) =>
    allow.has(hostname.toLowerCase()) || allow.has(`${hostname.toLowerCase()}:${port}`);

  return {
    isAllowListed,
    checkUrl(address) {
      const url = parse(address);
      if (url.protocol !== "http:" && url.protocol !== "https:") {
        throw new Permanent(`only http and https are fetched, not ${url.protocol}`, { url: url.href });
      }
      if (url.username !== "" || url.password !== "") {
        url.username = "";
        url.password = "";
        throw new Permanent("addresses with a user name or password are not fetched", { url: url.href });
      }
      const host = unbracket(url.hostname);
      if (isAllowListed(url.hostname, portOf(url))) return url;
      if (FORBIDDEN_PORTS.has(portOf(url))) {
        throw new Permanent(`port ${portOf(url)} is none of the web's`, { url: url.href });
      }
      if (isIP(host) !== 0 && !isPublicAddress(host)) {
        throw new Permanent(`${host} is not a public address (${rangeOf(host)})`, { url: url.href });
      }
      return url;
    },
    lookup(hostname, lookupOptions, callback) {
      lookupAll(hostname, { ...lookupOptions, all: true }, (error, found) => {
        if (error) return callback(error, "");
        const open = found.filter((entry) => isPublicAddress(entry.address));
        const first = open[0];
        if (!first) {
          const seen = found.map((entry) => entry.address).join(", ") || "nothing";
          return callback(new Permanent(`${hostname} resolves to no public address (${seen})`), "");
        }
        if (lookupOptions.all) callback(null, open);
        else callback(null, first.address, first.family);
        return undefined;
      });
    },
  };
}

/** The port of an address, with the scheme's default filled in. */
export function portOf(url: URL): number {
  if (url.port !== "") return Number(url.port);
  return url.protocol === "https:" ? 443 : 80;
}

/** Whether an IP address is public unicast. */
function isPublicAddress(address: string): boolean {
  return rangeOf(address) === "unicast";
}

function rangeOf(address: string): string {
  try {
    return ipaddr.process(address).range();
  } catch {
    return "unreadable";
  }
}

function parse(address: string | URL): URL {
  try {
    return new URL(address);
  } catch (cause) {
    throw new Permanent(`not an address: ${String(address).slice(0, 200)}`, { cause });
  }
}

function unbracket(hostname: string): string {
  return hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
}
