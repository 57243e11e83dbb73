import type { Route } from "../http/route.ts";
import { type ApiRoute, apiRoot } from "./call.ts";
import { alertCalls } from "./alerts.ts";
import { accountCalls } from "./account.ts";
import { auditCalls } from "./audit.ts";
import { decisionCalls } from "./decisions.ts";
import { identityCalls } from "./identity.ts";
import { ledgerCalls } from "./ledger.ts";
import { openApiDocument } from "./openapi.ts";
import { restrictionCalls } from "./restrictions.ts";
import { searchCalls } from "./search.ts";

const calls: readonly ApiRoute[] = [
  ...ledgerCalls,
  ...decisionCalls,
  ...identityCalls,
  ...restrictionCalls,
  ...accountCalls,
  ...alertCalls,
  ...auditCalls,
  ...searchCalls,
];

export const openApiPath = `${apiRoot}/openapi.json`;

/** The JSON API, and its description, which anybody may read. */
export const apiRoutes: readonly Route[] = [
  {
    method: "GET",
    path: openApiPath,
    access: "public",
    handle: (c) => c.json(openApiDocument(calls)),
  },
  ...calls,
];
