/** What the process tells its caller; documented in `habeas --help`. */
export const exitCodes = { ok: 0, failed: 1, usage: 2, configuration: 3, unavailable: 4 } as const;
