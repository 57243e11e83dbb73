function close(event: Event): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) {
    if (event.type !== "keydown" && event.target instanceof Node && menu.contains(event.target)) continue;
    const isInside = menu.contains(document.activeElement);
    menu.open = false;
    if (isInside && event.type === "keydown") menu.querySelector("summary")?.focus();
  }
}

/** Closes open menus when something else is clicked, or by Escape. */
export function startMenus(): void {
  document.addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(event);
  });
}
