import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalUrl } from "../discover/canonical-url.ts";
import { chooseAddress } from "./address.ts";

describe("chooseAddress", () => {
  it("gives addresses in the form in which discovery keeps them, however plain they are", () => {
    const part = fc.stringMatching(/^[\w.~%-]{0,8}$/);
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 4 }),
        fc.constantFrom("", "/", "?b=1&a=2", "#x"),
        (parts, end) => {
          const address = `https://news.example.org/${parts.join("/")}${end}`;
          expect(chooseAddress(address, [])).toBe(canonicalUrl(address) ?? address);
        },
      ),
    );
  });
});
