import { notice } from "./notice.ts";

/** A decision that could not be sent: its address and fields, with the time at which it was made. */
interface Waiting {
  url: string;
  body: string;
  title: string;
}

const storageKey = "habeas.waiting";
const retryMs = 5_000;

const read = (): Waiting[] => JSON.parse(localStorage.getItem(storageKey) ?? "[]") as Waiting[];
const write = (waiting: readonly Waiting[]) => {
  localStorage.setItem(storageKey, JSON.stringify(waiting));
};

/**
 * Decisions are sent in the background. Without a connection they wait in the browser, with the time at which they
 * were made, and are sent when there is one again: the same decision sent twice is one.
 */
export function startOffline(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-decide]"))
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void send(form, event.submitter);
    });
  addEventListener("online", () => void flush());
  void flush();
}

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const fields = new FormData(form, submitter);
  fields.set("at", new Date().toISOString());
  const texts = [...fields].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  const query = new URLSearchParams(texts);
  const body = query.toString();
  const next = query.get("next") ?? "/inbox";
  for (const button of form.querySelectorAll("button")) button.disabled = true;
  try {
    const response = await post(form.action, body);
    if (response.redirected) location.assign(response.url);
    else show(await response.text());
  } catch {
    const title = document.querySelector("#in-hand, h1")?.textContent ?? "";
    write([...read(), { url: form.action, body, title: title.trim() }]);
    tell();
    history.pushState(null, "", next);
    setTimeout(() => void flush(), retryMs);
    moveOn(next);
  }
}

const post = (url: string, body: string) =>
  fetch(url, {
    method: "POST",
    body,
    headers: { "content-type": "application/x-www-form-urlencoded", accept: "text/html" },
  });

/** Shows the server's page (what changed meanwhile, what was wrong) in the place of this one. */
function show(html: string): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.title = page.title;
  const main = page.querySelector("main");
  if (main !== null) document.querySelector("main")?.replaceWith(main);
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-decide]"))
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void send(form, event.submitter);
    });
  document.querySelector<HTMLElement>("main")?.focus();
}

/** Without a connection the next event cannot be fetched: what is decided is marked as such in the queue. */
function moveOn(next: string): void {
  const id = new URL(next, location.href).searchParams.get("event");
  for (const entry of document.querySelectorAll<HTMLAnchorElement>(".queued[aria-current]"))
    entry.classList.add("waiting");
  const link =
    id === null ? null : document.querySelector<HTMLAnchorElement>(`.queued[href*="${CSS.escape(id)}"]`);
  link?.focus();
}

function tell(): void {
  const count = read().length;
  const words = count === 1 ? "1 decision waits" : `${count} decisions wait`;
  notice("offline", count === 0 ? "" : `${words} for a connection. Nothing is lost.`);
}

async function flush(): Promise<void> {
  const token = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "";
  if (token === "") return;
  for (const waiting of read()) {
    const fields = new URLSearchParams(waiting.body);
    // One may have logged in anew meanwhile.
    fields.set("_csrf", token);
    let response: Response;
    try {
      response = await post(waiting.url, fields.toString());
    } catch {
      tell();
      setTimeout(() => void flush(), retryMs);
      return;
    }
    write(read().filter((one) => one.body !== waiting.body));
    if (response.status === 409)
      notice(waiting.url, `“${waiting.title}” changed before your decision arrived.`, {
        label: "Look at it",
        run: () => {
          location.assign(waiting.url.replace(/\/decide$/, ""));
        },
      });
  }
  tell();
}
