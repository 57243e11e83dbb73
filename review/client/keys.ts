const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=submit])"));

const isVisible = (element: HTMLElement) => element.checkVisibility();

/** The element that a key stands for: those inside an open menu first, then those of the page. */
function elementOf(key: string): HTMLElement | null {
  const selector = `[data-key="${CSS.escape(key)}"]`;
  const inMenu = document.querySelector<HTMLElement>(`details.menu[open] ${selector}`);
  if (inMenu !== null) return inMenu;
  return [...document.querySelectorAll<HTMLElement>(selector)].find(isVisible) ?? null;
}

/**
 * One key for each button, link and menu with `data-key`. Keys with Control, Alt or Meta belong to the browser, and
 * those typed into a field to the field.
 */
export function startKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isTyping(event.target)) return;
    if (event.key === "?") {
      toggleHelp();
      event.preventDefault();
      return;
    }
    const element = elementOf(event.key);
    if (element === null) return;
    event.preventDefault();
    if (element instanceof HTMLDetailsElement) {
      element.open = !element.open;
      if (element.open) element.querySelector<HTMLElement>("button, a")?.focus();
    } else element.click();
  });
}

/** Lists the keys of this page. */
function toggleHelp(): void {
  const known = document.querySelector<HTMLDialogElement>("dialog.keys");
  if (known !== null) {
    known.close();
    known.remove();
    return;
  }
  const dialog = document.createElement("dialog");
  dialog.className = "keys card";
  dialog.setAttribute("aria-label", "Keys");
  const list = document.createElement("dl");
  list.className = "facts";
  const seen = new Set<string>();
  for (const element of document.querySelectorAll<HTMLElement>("[data-key]")) {
    const key = element.dataset["key"] ?? "";
    if (seen.has(key)) continue;
    seen.add(key);
    const what = element instanceof HTMLDetailsElement ? element.querySelector("summary") : element;
    const words = (what?.textContent ?? "").replace(/\s+/g, " ").trim();
    list.append(line(key, words.startsWith(`${key} `) ? words.slice(2) : words));
  }
  list.append(line("?", "These keys"));
  dialog.append(list);
  dialog.addEventListener("close", () => {
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
}

function line(key: string, words: string): HTMLElement {
  const pair = document.createElement("div");
  const term = document.createElement("dt");
  const shown = document.createElement("kbd");
  const meaning = document.createElement("dd");
  shown.textContent = key;
  meaning.textContent = words;
  term.append(shown);
  pair.append(term, meaning);
  return pair;
}
