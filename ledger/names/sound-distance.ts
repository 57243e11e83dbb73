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
  "oa:.05 ea:.25 ei:.6 eo:.2 ij:.05 vw:0 uw:.05 uv:.15 vf:.3 gh:.03 hx:.1 gx:.4 ct:.2 sS:.25 zZ:.25 cC:.25 ZS:.4 JZ:.2 kx:.4 zs:.3 cs:.5",
);
/** Short vowels that every writer hears otherwise, emphatic consonants, q and gh. */
const semitic = costs(
  "ae:.1 ei:.1 ou:.1 ai:.4 ao:.45 eo:.5 iu:.6 ij:.05 vw:.05 uw:.05 uv:.2 kg:.25 hx:.05 gh:.4 kx:.3 dz:.25 st:.4 gJ:.3 JZ:.15 cC:.3 sS:.3 pb:.4",
);

const isVowel = (sound: string | undefined) => sound !== undefined && "aeiou".includes(sound);

function substitution(a: string, b: string, { slavic: s, semitic: m }: Leniency): number {
  if (a === b) return 0;
  const pair = a + b;
  let least = common.get(pair) ?? 1;
  if (s) least = Math.min(least, slavic.get(pair) ?? 1);
  if (m) least = Math.min(least, semitic.get(pair) ?? 1);
  return least;
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
    return before === undefined || after === undefined ? 0.7 : 0.45;
  }
  return 1;
}

/**
 * How far two readings are apart: 0 for the same sounds, about 1 for one letter that no spelling system explains.
 * A weighted edit distance.
 */
export function soundDistance(a: string, b: string, leniency: Leniency): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > 4) return Math.abs(a.length - b.length);
  let row: number[] = [0];
  for (let j = 0; j < b.length; j++) row.push((row[j] ?? 0) + insertion(b, j, leniency));
  for (let i = 0; i < a.length; i++) {
    const next = [(row[0] ?? 0) + insertion(a, i, leniency)];
    for (let j = 0; j < b.length; j++) {
      next.push(
        Math.min(
          (row[j] ?? 0) + substitution(a[i] ?? "", b[j] ?? "", leniency),
          (row[j + 1] ?? 0) + insertion(a, i, leniency),
          (next[j] ?? 0) + insertion(b, j, leniency),
        ),
      );
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
