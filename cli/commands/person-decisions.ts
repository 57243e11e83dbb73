import { userInfo } from "node:os";
import { loadGazetteers } from "../../config/load-gazetteers.ts";
import type { DecisionRequest } from "../../ledger/decide.ts";
import { createKnownPeople } from "../../ledger/persons/known-people.ts";
import { decidePersons } from "../../ledger/persons/decide-persons.ts";
import { watchedSources } from "../../queue/pipeline.ts";
import { UsageError } from "../explain.ts";
import type { CommandContext } from "../program.ts";
import { withStore } from "../with-store.ts";

interface DecisionOptions {
  by?: string;
  reason?: string;
}

/** Records a decision on persons under the name of who runs the command, and says its id, which `undo` takes. */
async function record<O extends DecisionOptions>(
  { options, globals, terminal }: CommandContext<O>,
  request: DecisionRequest,
): Promise<undefined> {
  await withStore(globals, async (store, settings) => {
    const known = createKnownPeople(loadGazetteers({ userFolder: settings.gazetteers.folder }));
    const sources = new Map(watchedSources(settings).map((source) => [source.id, source]));
    const deciding = {
      by: options.by ?? userInfo().username,
      at: new Date().toISOString(),
      reason: options.reason ?? null,
    };
    const decision = await decidePersons(store, request, deciding, { known, sources });
    terminal.out(`${decision.kind} ${decision.id}`);
    terminal.err(`habeas persons undo ${decision.id} takes it back.`);
  });
}

const listed = (value: string | undefined) =>
  (value ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");

export async function mergePersons(context: CommandContext<DecisionOptions>): Promise<undefined> {
  return record(context, { kind: "merge", personIds: context.args });
}

export async function partPersons(context: CommandContext<DecisionOptions>): Promise<undefined> {
  return record(context, { kind: "not_same", personIds: context.args });
}

export async function splitPerson(
  context: CommandContext<DecisionOptions & { articles?: string; names?: string; into?: string }>,
): Promise<undefined> {
  const [personId = ""] = context.args;
  const { articles, names, into = null } = context.options;
  const [articleIds, forms] = [listed(articles), listed(names)];
  if (articleIds.length + forms.length === 0)
    throw new UsageError("expected --articles or --names: what is said of somebody else");
  return record(context, { kind: "split", personId, articleIds, names: forms, into });
}

export async function undoDecision(context: CommandContext<DecisionOptions>): Promise<undefined> {
  const [decisionId = ""] = context.args;
  return record(context, { kind: "undo", decisionId });
}
