import { createHash } from "node:crypto";
import { html } from "hono/html";

/** A quiet picture of bars and light in the publisher's colour; the article's id decides how they stand. */
export async function illustration(articleId: string, accent: string): Promise<string> {
  const bytes = createHash("sha256").update(articleId).digest();
  const bars = Array.from({ length: 12 }, (_, index) => {
    const height = 120 + (bytes[index] ?? 0);
    return html`<rect x="${index * 80 + 20}" y="${400 - height}" width="40" height="${height}" fill="${accent}" fill-opacity="${(0.25 + (bytes[index + 12] ?? 0) / 400).toFixed(2)}"/>`;
  });
  const sun = { x: 80 + (bytes[24] ?? 0) * 3, y: 70 + (bytes[25] ?? 0) / 4 };
  return String(
    await html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 400" width="960" height="400"><rect width="960" height="400" fill="${accent}" fill-opacity=".12"/><circle cx="${sun.x}" cy="${sun.y}" r="46" fill="${accent}" fill-opacity=".5"/>${bars}</svg>`,
  );
}
