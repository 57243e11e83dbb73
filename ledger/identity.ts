/** Lower case, without diacritics and punctuation, one space between words: `Łukasz O'Neil` → `lukasz o neil`. */
export function normaliseName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ł", "l")
    .replaceAll("ø", "o")
    .replaceAll("đ", "d")
    .replaceAll("ı", "i")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Identity of an organisation or state: its gazetteer entry, else its normalised name. */
export function actorId(gazetteerId: string | null, name: string): string {
  return gazetteerId === null ? `actor:${normaliseName(name)}` : gazetteerId;
}
