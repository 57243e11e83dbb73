const dayMs = 86_400_000;

/** Shows sliders over days, which do nothing without scripts, and sends the form of their date field when one is let go. */
export function startSliding(): void {
  for (const slider of document.querySelectorAll<HTMLInputElement>("input[data-slides]")) {
    const field = document.getElementById(slider.dataset["slides"] ?? "");
    if (!(field instanceof HTMLInputElement)) continue;
    const say = () => {
      const iso = new Date(Number(slider.value) * dayMs).toISOString().slice(0, 10);
      field.value = iso;
      slider.setAttribute("aria-valuetext", iso);
    };
    say();
    slider.hidden = false;
    slider.addEventListener("input", say);
    slider.addEventListener("change", () => {
      field.form?.requestSubmit();
    });
  }
}
