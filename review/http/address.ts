import type { ReviewContext } from "./context.ts";

/**
 * The client's address. What X-Forwarded-For says is believed as far back as it was written by trusted proxies: the
 * last address in it that is none of them.
 */
export function clientAddress(c: ReviewContext, trustedProxies: ReadonlySet<string>): string | null {
  // Without a socket (a request made in a test) there is nobody to believe.
  const socket = (c.env as Partial<ReviewContext["env"]> | undefined)?.incoming?.socket;
  const peer = plain(socket?.remoteAddress);
  if (peer === null || !trustedProxies.has(peer)) return peer;
  const forwarded = (c.req.header("x-forwarded-for") ?? "").split(",").map(plain);
  for (const address of forwarded.toReversed())
    if (address !== null && !trustedProxies.has(address)) return address;
  return peer;
}

/** IPv4 addresses on IPv6 sockets are written as what they are. */
function plain(address: string | undefined): string | null {
  const trimmed = address?.trim().replace(/^::ffff:/i, "") ?? "";
  return /^[0-9a-fA-F.:]{2,45}$/.test(trimmed) ? trimmed : null;
}
