/** Which spelling differences are cheap: those that the systems of a language family make. */
export interface Leniency {
  slavic: boolean;
  semitic: boolean;
}

type Costs = ReadonlyMap<string, number>;

function costs(text: string): Costs {
  const map = new Map<string, number>();
  for (const entry of text.trim().split(/\s+/u)) {
    const [pair = "", cost = "1"] = entry.split(":");
    map.set(pair, Number(cost));
    map.set(`${pair[1]}${pair[0]}`, Number(cost));
  }
  return map;
}

/** What even one system writes in two ways. */
const common = costs("ij:.1 vw:.1 uw:.1 gh:.3 hx:.2");
/** Akanne, ў, г as h or g, ц for т before soft vowels, letters that lost their marks. */
const slavic = costs(
  "oa:.05 ei:.6 ij:.05 vw:0 uw:.05 uv:.15 vf:.55 gh:.03 hx:.1 gx:.55 sS:.55 zZ:.55 cC:.55 ZS:.55 JZ:.2 kx:.55 zs:.55 cs:.6",
);
/** Short vowels that every writer hears otherwise, emphatic consonants. */
const semitic = costs(
  "ae:.1 ei:.1 ou:.1 ai:.7 ao:.45 eo:.5 iu:.6 ij:.05 vw:.05 uw:.05 uv:.2 kg:.55 hx:.05 gh:.45 kx:.55 dz:.45 st:.5 gJ:.35 JZ:.15 cC:.55 sS:.55 pb:.55",
);

const isVowel = (sound: string | undefined) => sound !== undefined && "aeiou".includes(sound);

/** Cost of a sound of `one` for a sound of `other`. */
function substitution(one: string, i: number, other: string, j: number, leniency: Leniency): number {
  const [a, b] = [one[i] ?? "", other[j] ?? ""];
  if (a === b) return 0;
  const pair = a + b;
  let least = common.get(pair) ?? 1;
  if (leniency.slavic) least = Math.min(least, slavic.get(pair) ?? inContext(one, i, other, j));
  if (leniency.semitic) least = Math.min(least, semitic.get(pair) ?? 1);
  return least;
}

const isSoft = (text: string, at: number) => text[at + 1] === undefined || "ije".includes(text[at + 1] ?? "");

/**
 * Slavic differences that exist in some places only: я or а for е (Емяльянаў, Верашчагін), ё for е, and ц for т before
 * soft vowels and at the end (Таццяна).
 */
function inContext(one: string, i: number, other: string, j: number): number {
  const [a, b] = [one[i], other[j]];
  if ((a === "c" && b === "t") || (a === "t" && b === "c"))
    return isSoft(one, i) && isSoft(other, j) ? 0.15 : 1;
  if (a !== "e" && b !== "e") return 1;
  const [text, at] = a === "e" ? [other, j] : [one, i];
  if (text[at] !== "a" && text[at] !== "o") return 1;
  const before = text[at - 1];
  return before === undefined || "jrSZCcJ".includes(before) ? 0.2 : 0.7;
}

/** Cost of a sound that only one side has, by what stands beside it. */
function insertion(text: string, at: number, { slavic: s, semitic: m }: Leniency): number {
  const [before, sound, after] = [text[at - 1], text[at] ?? "", text[at + 1]];
  if (sound === "j") return isVowel(before) || isVowel(after) ? 0.08 : 0.2;
  if (sound === "w" || (sound === "u" && isVowel(before))) return s ? 0.4 : 0.6;
  if (s && sound === "C" && before === "S") return 0.2;
  if (s && sound === "d" && (after === "z" || after === "Z" || after === "J")) return 0.2;
  if (s && sound === "z" && before === "d") return 0.1;
  if (s && sound === "h") return 0.4;
  // Women's surnames in the form of men's, as some countries register them.
  if (s && sound === "a" && after === undefined && /(?:[oe]v|in)a$/u.test(text)) return 0.75;
  if (m && sound === "h") return after === undefined ? 0.05 : 0.4;
  if (m && isVowel(sound)) {
    if (isVowel(before) || isVowel(after) || after === "j") return 0.2;
    if (after === undefined && sound === "e") return 0.25;
    return before === undefined || after === undefined ? 0.7 : 0.55;
  }
  return 1;
}

/** From here on two readings are different names by any measure, and how far apart they are matters to nobody. */
const farApart = 2;

/**
 * How far two readings are apart: 0 for the same sounds, about 1 for one letter that no spelling system explains, exact
 * below 2. A weighted edit distance.
 */
export function soundDistance(a: string, b: string, leniency: Leniency): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > 4) return Math.abs(a.length - b.length);
  const added = Array.from(b, (_, j) => insertion(b, j, leniency));
  let row = [0];
  for (const [j, cost] of added.entries()) row.push((row[j] ?? 0) + cost);
  for (let i = 0; i < a.length; i++) {
    const left = insertion(a, i, leniency);
    const next = [(row[0] ?? 0) + left];
    let least = next[0] ?? 0;
    for (let j = 0; j < b.length; j++) {
      const cost = Math.min(
        (row[j] ?? 0) + substitution(a, i, b, j, leniency),
        (row[j + 1] ?? 0) + left,
        (next[j] ?? 0) + (added[j] ?? 0),
      );
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least >= farApart) return least;
    row = next;
  }
  return row[b.length] ?? 0;
}
