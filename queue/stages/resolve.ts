import { resolveArticle } from "../../ledger/resolve.ts";
import { Bug, Permanent } from "../../model/errors.ts";
import type { Handler } from "../queue.ts";
import { isoNow, type StageContext } from "./context.ts";
import { notifyJob } from "./jobs.ts";

/**
 * Extraction → claims, persons, events. When the article turns out to be a copy while it is being resolved, it is
 * resolved again with its new origin.
 */
export function createResolveHandler(context: StageContext): Handler<"resolve"> {
  const { store } = context;
  return async ({ payload: { articleId } }) => {
    for (;;) {
      const record = await store.articles.get(articleId);
      if (record === null) throw new Permanent(`no article ${articleId} in the store`);
      if (record.stage !== "extracted") return;
      const extraction = await store.extractions.latest(articleId);
      if (extraction === null) throw new Bug(`article ${articleId} is extracted but has no extraction`);
      const { claims } = await resolveArticle(store, record, extraction, {
        at: isoNow(context),
        sources: context.sources,
        known: context.knownPeople,
      });
      await store.articles.advance(articleId, { stage: "resolved", at: isoNow(context) });
      const after = await store.articles.get(articleId);
      if (after?.copyOf?.articleId === record.copyOf?.articleId) {
        await context.queue.add([notifyJob]);
        context.report?.({ stage: "resolve", articleId, claims });
        return;
      }
      await store.articles.advance(articleId, { stage: "extracted", at: isoNow(context), force: true });
    }
  };
}
