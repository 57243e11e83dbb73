/** Closes the menus of the top bar when something else is clicked, or by Escape. */
function closeMenus(event: Event): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]"))
    if (event.type === "keydown" || !(event.target instanceof Node && menu.contains(event.target)))
      menu.open = false;
}

document.addEventListener("click", closeMenus);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeMenus(event);
});
