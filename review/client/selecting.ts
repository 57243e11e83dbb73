/** What selected words may become, by the field of the form that they fill. */
const uses = [
  ["subjects", "Who"],
  ["agents", "By whom"],
  ["recipients", "To whom"],
  ["place", "Where"],
  ["date", "When"],
  ["term", "Term"],
  ["charge", "Charge"],
] as const;

/**
 * Words selected in a text become a slot of its event, or a new event: a small bar appears beside them. The text's
 * element says where to go by `data-select-edit` or `data-select-add`.
 */
export function startSelecting(): void {
  if (document.querySelector("[data-select-edit], [data-select-add]") === null) return;
  let bar: HTMLElement | null = null;
  const hide = () => {
    bar?.remove();
    bar = null;
  };
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const words = selection?.toString().replace(/\s+/g, " ").trim() ?? "";
    const anchor = selection?.anchorNode;
    const start = anchor instanceof Element ? anchor : anchor?.parentElement;
    const text = start?.closest<HTMLElement>("[data-select-edit], [data-select-add]");
    if (bar?.contains(document.activeElement)) return;
    hide();
    if (
      selection === null ||
      words === "" ||
      text === null ||
      text === undefined ||
      selection.rangeCount === 0
    )
      return;
    bar = barFor(text, words);
    const box = selection.getRangeAt(0).getBoundingClientRect();
    bar.style.top = `${box.bottom + scrollY + 6}px`;
    bar.style.left = `${Math.max(8, Math.min(box.left + scrollX, innerWidth - 340))}px`;
    document.body.append(bar);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
}

function barFor(text: HTMLElement, words: string): HTMLElement {
  const bar = document.createElement("div");
  bar.className = "selection-bar row";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "Use the selected words");
  const { selectEdit, selectAdd } = text.dataset;
  const link = (label: string, href: string) => {
    const element = document.createElement("a");
    element.className = "button small";
    element.textContent = label;
    element.href = href;
    bar.append(element);
  };
  const query = (name: string) => `${name}=${encodeURIComponent(words.slice(0, 1000))}`;
  if (selectEdit !== undefined) for (const [name, label] of uses) link(label, `${selectEdit}?${query(name)}`);
  if (selectAdd !== undefined) link("Add an event here", `${selectAdd}?${query("quote")}`);
  return bar;
}
