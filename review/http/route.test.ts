import { describe, expect, it } from "vitest";
import { publicPaths, routes } from "../routes.ts";
import { checkRoutes, type Route } from "./route.ts";

const handle = () => new Response();

describe("the routes", () => {
  it("all say who may use them", () => {
    expect(() => checkRoutes(routes, publicPaths)).not.toThrow();
  });

  it("keep the app from starting when one does not", () => {
    const open = { method: "GET", path: "/open", handle } as unknown as Route;
    expect(() => checkRoutes([...routes, open], publicPaths)).toThrow("GET /open has no access rule");
    const call: Route = { method: "GET", path: "/api/v1/open", access: { role: "viewer" }, handle };
    expect(() => checkRoutes([call], publicPaths)).toThrow("has no scope");
    const secret: Route = { method: "GET", path: "/secret", access: "public", handle };
    expect(() => checkRoutes([secret], publicPaths)).toThrow("is public but not among");
  });
});
