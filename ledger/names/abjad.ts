import { arabicLetters, hebrewLetters } from "./data/scripts.ts";

const letterSounds = new Map(
  Object.entries({ ...arabicLetters, ...hebrewLetters }).map(([letter, sounds]) => [
    letter,
    sounds.split(","),
  ]),
);

const vowels = "aeiouj";

/**
 * How far a word without its short vowels (Arabic, Persian, Hebrew) is from a reading with them: every letter takes one
 * of the sounds that it may stand for, vowels of the reading may stand anywhere, a consonant too many costs 1.
 */
export function abjadDistance(word: string, sounds: string): number {
  const letters =
    Array.from(word).flatMap((letter) => letterSounds.get(letter) ?? []).length === 0 ? [] : Array.from(word);
  if (letters.length === 0) return 1 + sounds.length;
  let row: number[] = [0];
  for (let j = 0; j < sounds.length; j++) row.push((row[j] ?? 0) + loose(sounds[j] ?? "", j === 0));
  for (const letter of letters) {
    const options = letterSounds.get(letter);
    if (options === undefined) continue;
    const omit = options.includes("") ? 0.05 : 1;
    const next = [(row[0] ?? 0) + omit];
    for (let j = 0; j < sounds.length; j++) {
      const sound = sounds[j] ?? "";
      const rank = options.indexOf(sound);
      const written = rank === -1 ? 1 : Math.min(rank * 0.02, 0.1);
      next.push(
        Math.min((row[j] ?? 0) + written, (row[j + 1] ?? 0) + omit, (next[j] ?? 0) + loose(sound, false)),
      );
    }
    row = next;
  }
  // Few consonants are no evidence: many names fit them.
  const consonants = Array.from(sounds).filter((sound) => !vowels.includes(sound)).length;
  return (row[sounds.length] ?? 0) + (consonants < 2 ? 0.15 : 0);
}

/** A sound of the reading that no letter stands for. */
function loose(sound: string, first: boolean): number {
  if (!vowels.includes(sound)) return 1;
  return first ? 0.3 : 0.03;
}
