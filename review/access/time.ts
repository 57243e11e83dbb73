/** Epoch milliseconds as the store writes times. */
export const isoTime = (ms: number): string => new Date(ms).toISOString();
