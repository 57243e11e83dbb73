import { page } from "../views/layout.tsx";
import type { ReviewContext } from "./context.ts";
import { faultTitles, type HttpFault } from "./fault.ts";
import { isApi } from "./route.ts";

/** Tells what went wrong: programs by a problem document (RFC 9457), people by a page. */
export function answerFault(c: ReviewContext, { status, message, extra, headers }: HttpFault) {
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  if (isApi(c.req.path) || (c.req.header("accept") ?? "").startsWith("application/json")) {
    if (status === 401) c.header("www-authenticate", "Bearer");
    const problem = { type: "about:blank", title: faultTitles[status], status, detail: message, ...extra };
    return c.body(JSON.stringify(problem), status, { "content-type": "application/problem+json" });
  }
  return page(
    c,
    { title: faultTitles[status], narrow: true, status },
    <div class="card">
      <h1>{faultTitles[status]}</h1>
      <p>{message}</p>
      <p>
        <a href="/">To the start</a>
      </p>
    </div>,
  );
}
