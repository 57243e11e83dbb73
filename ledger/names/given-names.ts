import { semiticNames } from "./data/semitic-names.ts";
import { slavicNames } from "./data/slavic-names.ts";
import { westernNames } from "./data/western-names.ts";
import { foldArabic, foldWord, scriptOf } from "./fold.ts";
import type { Gender } from "./inflection.ts";
import { coarse, cyrillicSounds, latinReadings } from "./phonemes.ts";

export type Culture = "slavic" | "semitic" | "western";

/** All forms that one given name has across languages. `id`: its first form, so that keys made of it last. */
interface NameClass {
  id: string;
  gender: Gender;
  culture: Culture;
}

/** A class that a word may stand for; short forms (Sasha) are weaker than full ones. */
export interface Membership {
  id: string;
  gender: Gender;
  culture: Culture;
  short: boolean;
}

const bySpelling = new Map<string, Membership[]>();
const bySound = new Map<string, Membership[]>();
/** First sounds of all full forms of a class, for initials. */
const initials = new Map<string, Set<string>>();
/** Shorter forms are too often equal by chance. */
const minSoundLength = 4;

function enter(index: Map<string, Membership[]>, key: string, membership: Membership): void {
  const known = index.get(key) ?? [];
  if (!known.some((other) => other.id === membership.id)) index.set(key, [...known, membership]);
}

function enterForm(form: string, of: NameClass, short: boolean): void {
  const membership = { id: of.id, gender: of.gender, culture: of.culture, short };
  const script = scriptOf(form);
  if (script === "arab") {
    enter(bySpelling, foldArabic(form.replaceAll("_", "")), membership);
    return;
  }
  const folded = foldWord(form).replaceAll("-", "");
  enter(bySpelling, folded, membership);
  const lower = form.toLowerCase().replaceAll("-", "");
  const readings =
    script === "cyrl" ? [cyrillicSounds(folded)] : script === "latn" ? latinReadings(lower) : [];
  for (const sounds of readings) {
    const key = soundKey(sounds, of.culture);
    if (key.length >= minSoundLength && of.culture !== "western") enter(bySound, key, membership);
    if (!short) initials.get(of.id)?.add(sounds[0] ?? "");
  }
}

function load(data: string, culture: Culture): void {
  for (const line of data.split("\n")) {
    const [gender = "", ...lists] = line.split("|").map((part) => part.trim());
    if (gender !== "m" && gender !== "f") continue;
    const [native = "", latin = "", short = ""] = lists;
    const [id = ""] = `${native} ${latin}`.trim().toLowerCase().split(/\s+/u);
    const of: NameClass = { id: `${id}.${gender}`, gender, culture };
    initials.set(of.id, initials.get(of.id) ?? new Set());
    for (const form of `${native} ${latin}`.split(/\s+/u)) if (form !== "") enterForm(form, of, false);
    for (const form of short.split(/\s+/u)) if (form !== "") enterForm(form, of, true);
  }
}
load(slavicNames, "slavic");
load(semiticNames, "semitic");
load(westernNames, "western");

/** Under what a reading is looked for; the last two sounds tell men from women and are kept. */
function soundKey(sounds: string, culture: Culture): string {
  if (culture === "slavic")
    return `${coarse(sounds.slice(0, -2))}${sounds.at(-2)?.replace(/[oe]/u, "a") ?? ""}${sounds.at(-1) ?? ""}`;
  return `=${sounds.replace(/j/gu, "").replace(/(?<=[ae])h$/u, "")}`;
}

const none: readonly Membership[] = [];

/**
 * Classes of a given name by its spelling, else by its sound.
 *
 * @param folded made by `foldWord` or `foldArabic`.
 * @param readings its sounds, for spellings that no list has.
 */
export function givenClasses(folded: string, readings: readonly string[]): readonly Membership[] {
  const spelt = bySpelling.get(folded);
  if (spelt !== undefined) return spelt;
  for (const sounds of readings) {
    const found = [
      ...(bySound.get(soundKey(sounds, "slavic")) ?? none),
      ...(bySound.get(soundKey(sounds, "semitic")) ?? none),
    ];
    if (found.length > 0) return found;
  }
  return none;
}

/** Sounds with which forms of a class begin. */
export function classInitials(id: string): ReadonlySet<string> {
  return initials.get(id) ?? new Set();
}
