import type { LookupAddress } from "node:dns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Permanent } from "../../model/errors.ts";
import { createGuard, type Guard } from "./guard.ts";

function resolving(...addresses: string[]): Guard {
  const found = addresses.map(
    (address): LookupAddress => ({ address, family: address.includes(":") ? 6 : 4 }),
  );
  return createGuard({ lookup: (_hostname, _options, callback) => callback(null, found) });
}

function connectable(guard: Guard, all = true): Promise<unknown> {
  return new Promise((resolve, reject) => {
    guard.lookup("news.example", { all }, (error, address) => (error ? reject(error) : resolve(address)));
  });
}

describe("checkUrl", () => {
  const guard = createGuard();

  it.each([
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://127.0.0.1./",
    "http://１２７.0.0.1/",
    "http://0.0.0.0/",
    "http://10.1.2.3/",
    "http://172.16.0.1/",
    "http://192.168.1.1:8080/",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://192.0.2.1/",
    "http://198.18.0.1/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:a00:1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
    "http://[2001:db8::1]/",
  ])("refuses %s", (address) => {
    expect(() => guard.checkUrl(address)).toThrow(Permanent);
  });

  it.each([
    "ftp://example.org/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,x",
    "gopher://x/",
    "not an address",
    "",
  ])("refuses %j, which is not http or https", (address) => {
    expect(() => guard.checkUrl(address)).toThrow(Permanent);
  });

  it("refuses user names and does not repeat the password", () => {
    expect(() => guard.checkUrl("https://me:secret@example.org/")).toThrow(/user name/);
    try {
      guard.checkUrl("https://me:secret@example.org/");
    } catch (error) {
      expect(JSON.stringify(error) + String(error)).not.toContain("secret");
    }
  });

  it.each([
    "https://example.org/a?b#c",
    "http://8.8.8.8/",
    "http://[2606:4700::1111]/",
    "https://приклад.бел/",
  ])("lets %s through", (address) => {
    expect(guard.checkUrl(address).href).toBe(new URL(address).href);
  });

  it("lets allowed hosts through, with a port only on that port", () => {
    const allowing = createGuard({ allow: ["127.0.0.1:8080", "localhost"] });
    expect(allowing.checkUrl("http://127.0.0.1:8080/x").port).toBe("8080");
    expect(allowing.checkUrl("http://localhost:1234/x").hostname).toBe("localhost");
    expect(() => allowing.checkUrl("http://127.0.0.1:8081/")).toThrow(Permanent);
    expect(() => allowing.checkUrl("http://127.0.0.1/")).toThrow(Permanent);
  });

  it("refuses every way of writing a loopback address", () => {
    fc.assert(
      fc.property(fc.nat(0xffffff), fc.constantFrom(10, 8, 16, 0), (low, radix) => {
        const value = 0x7f000000 + low;
        const written =
          radix === 8
            ? `0${value.toString(8)}`
            : radix === 16
              ? `0x${value.toString(16)}`
              : radix === 10
                ? String(value)
                : `[::ffff:${(value >>> 16).toString(16)}:${(value & 0xffff).toString(16)}]`;
        expect(() => guard.checkUrl(`http://${written}/`)).toThrow(Permanent);
      }),
    );
  });
});

describe("lookup", () => {
  it("passes on public addresses only, so that the checked one is connected to", async () => {
    const guard = resolving("127.0.0.1", "93.184.216.34", "::1");
    expect(await connectable(guard)).toEqual([{ address: "93.184.216.34", family: 4 }]);
    expect(await connectable(guard, false)).toBe("93.184.216.34");
  });

  it("refuses names that lead to private addresses and says which", async () => {
    await expect(connectable(resolving("10.0.0.7", "::ffff:127.0.0.1"))).rejects.toThrow(
      /news\.example resolves to no public address \(10\.0\.0\.7, ::ffff:127\.0\.0\.1\)/,
    );
  });

  it("hands the resolver's own error on", async () => {
    const guard = createGuard({
      lookup: (_hostname, _options, callback) =>
        callback(Object.assign(new Error("nope"), { code: "ENOTFOUND" }), []),
    });
    await expect(connectable(guard)).rejects.toThrow("nope");
  });
});
