/** Puts names that are picked from the lists into the field of names that was used last. */
export function startPicking(): void {
  const source = document.querySelector<HTMLInputElement>("[data-pick-source]");
  const fields = document.querySelectorAll<HTMLTextAreaElement>("[data-pick]");
  let last = fields[0];
  if (source === null || last === undefined) return;
  for (const field of fields)
    field.addEventListener("focus", () => {
      last = field;
    });
  const names = new Set([...(source.list?.options ?? [])].map(({ value }) => value));
  source.addEventListener("input", () => {
    if (last === undefined || !names.has(source.value)) return;
    last.value = [...last.value.split("\n").filter((line) => line.trim() !== ""), source.value].join("\n");
    source.value = "";
    last.focus();
  });
}
