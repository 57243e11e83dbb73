import { notice } from "./notice.ts";

interface Told {
  id: string;
  type: string;
  standing: string;
  isNew: boolean;
  subjects: string[];
}

const reload = (): void => {
  location.reload();
};

/** Tells of events that come in or change while the page is open. Nothing moves under the reader's eyes by itself. */
export function startLive(): void {
  const isList = document.querySelector("[data-live-list], [data-inbox]") !== null;
  const open = document.querySelector<HTMLElement>("[data-live-event]")?.dataset["liveEvent"];
  if (!isList && open === undefined) return;
  const fresh = new Map<string, Told>();
  const source = new EventSource("/live");
  source.addEventListener("event", (message) => {
    const told = JSON.parse(message.data as string) as Told;
    if (told.id === open) notice("this", "This event has changed.", { label: "Show it", run: reload });
    if (!isList || !told.isNew) return;
    fresh.set(told.id, told);
    const who = told.subjects[0] === undefined ? "" : `: ${told.subjects[0]}`;
    const what = `${told.type.replaceAll("_", " ")}${who}`;
    const text = fresh.size === 1 ? `New: ${what}` : `${fresh.size} new events, last: ${what}`;
    notice("new", text, { label: "Show", run: reload });
  });
  addEventListener("pagehide", () => {
    source.close();
  });
}
