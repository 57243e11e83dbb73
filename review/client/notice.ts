/** A line at the foot of the page that is read out; the same name replaces what it said before. */
export function notice(name: string, text: string, action?: { label: string; run: () => void }): void {
  let area = document.querySelector<HTMLElement>(".notices");
  if (area === null) {
    area = document.createElement("div");
    area.className = "notices";
    area.setAttribute("role", "status");
    document.body.append(area);
  }
  area.querySelector(`[data-notice="${CSS.escape(name)}"]`)?.remove();
  if (text === "") return;
  const line = document.createElement("p");
  line.className = "notice row";
  line.dataset["notice"] = name;
  const words = document.createElement("span");
  words.textContent = text;
  line.append(words);
  if (action !== undefined) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = action.label;
    button.addEventListener("click", action.run);
    line.append(button);
  }
  area.append(line);
}
