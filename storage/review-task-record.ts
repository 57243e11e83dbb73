import type { ReviewTask } from "../model/review-task.ts";

/** Lists of review tasks go by priority, then by the time at which they were opened. */
export const reviewTaskSort = ({ priority, openedAt }: ReviewTask): string =>
  `${String(priority).padStart(2, "0")} ${openedAt}`;

export const reviewTargetIds = ({ target }: ReviewTask): string[] =>
  target.kind === "persons" ? [...new Set(target.ids)] : [target.id];
