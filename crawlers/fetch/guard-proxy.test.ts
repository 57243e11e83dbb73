import { request } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { answer, startLocalSite } from "../../test/local-site.ts";
import { createGuard } from "./guard.ts";
import { type GuardProxy, startGuardProxy } from "./guard-proxy.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((thing) => thing.close()));
});

async function proxyTo(allow: string[], addresses: string[] = []): Promise<GuardProxy> {
  const guard = createGuard({
    allow,
    lookup: (_hostname, _options, callback) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: 4 })),
      ),
  });
  const proxy = await startGuardProxy(guard);
  open.push(proxy);
  return proxy;
}

function viaProxy(proxy: GuardProxy, path: string): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(proxy.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, agent: false }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (piece: string) => {
        body += piece;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on("error", reject)
      .end();
  });
}

function tunnel(proxy: GuardProxy, authority: string, send = ""): Promise<string> {
  const { hostname, port } = new URL(proxy.url);
  return new Promise((resolve) => {
    let heard = "";
    let sent = false;
    const socket = connect(Number(port), hostname, () =>
      socket.write(`CONNECT ${authority} HTTP/1.1\r\n\r\n`),
    );
    socket.on("data", (piece) => {
      heard += piece.toString();
      if (!sent && heard.includes(" 200 ")) {
        sent = true;
        socket.write(send);
      }
    });
    socket.on("close", () => resolve(heard));
    socket.on("error", () => undefined);
  });
}

describe("the guarding proxy", () => {
  it("passes requests and tunnels on to allowed hosts", async () => {
    const site = await startLocalSite({ "/a": answer("hello") });
    open.push(site);
    const proxy = await proxyTo([site.host]);
    expect(await viaProxy(proxy, `${site.origin}/a`)).toEqual({ status: 200, body: "hello" });
    const heard = await tunnel(proxy, site.host, "GET /a HTTP/1.0\r\n\r\n");
    expect(heard).toContain("hello");
  });

  it("refuses private addresses, whether asked for a page or a tunnel, and says why", async () => {
    const site = await startLocalSite({ "/a": answer("secret") });
    open.push(site);
    const proxy = await proxyTo([]);
    expect(await viaProxy(proxy, `${site.origin}/a`)).toEqual({ status: 502, body: "" });
    expect(proxy.refusalOf(site.host)?.message).toContain("not a public address");
    expect(await tunnel(proxy, site.host)).toContain("403");
    expect(await tunnel(proxy, "0x7f.1:80")).toContain("403");
    expect(site.requests).toEqual([]);
  });

  it("refuses names that resolve to private addresses", async () => {
    const proxy = await proxyTo([], ["10.0.0.1"]);
    expect((await viaProxy(proxy, "http://inside.example/")).status).toBe(502);
    expect(await tunnel(proxy, "inside.example:443")).toBe("");
    expect(proxy.refusalOf("inside.example")?.message).toContain("10.0.0.1");
  });

  it("answers nonsense with an error and lives on", async () => {
    const proxy = await proxyTo([]);
    expect((await viaProxy(proxy, "/no-host")).status).toBe(502);
    expect(await tunnel(proxy, "%%%")).toContain("403");
    expect((await viaProxy(proxy, "/again")).status).toBe(502);
  });
});
