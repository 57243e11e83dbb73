import { describe, expect, it } from "vitest";
import { loadGazetteers } from "../../config/load-gazetteers.ts";
import { composeText } from "../../model/article.ts";
import { englishActors } from "../languages/en/actors-lexicon.ts";
import { englishNames } from "../languages/en/names-lexicon.ts";
import { englishRoles } from "../languages/en/roles-lexicon.ts";
import { analyse } from "../text/analyse.ts";
import { analyseClauses } from "../text/clauses/analyse-clauses.ts";
import { findEntities } from "./find-entities.ts";
import { createGazetteerIndex } from "./gazetteer-index.ts";
import { assignRoles } from "./roles.ts";

const index = createGazetteerIndex(loadGazetteers());

function rolesIn(body: string, published = "2025-12-13"): Record<string, string> {
  const composed = composeText("News", [{ text: body, zone: "body" }]);
  const document = analyse({ ...composed, lang: "en", published });
  const entities = findEntities(document, index, { names: englishNames, actors: englishActors });
  const roles = assignRoles({
    document,
    entities,
    clauses: analyseClauses(document),
    index,
    lexicons: { names: englishNames, roles: englishRoles },
    events: [],
    conditions: [],
  });
  return Object.fromEntries([...roles].map(([key, role]) => [entities.byKey.get(key)?.name ?? key, role]));
}

describe("roles", () => {
  it.each([
    ["Pavel Levin was arrested in May.", "Pavel Levin", "detainee"],
    ["The jailed blogger Omar Fathy is on hunger strike.", "Omar Fathy", "detainee"],
    ["His wife, Shirin Kordestani, waited at the gate.", "Shirin Kordestani", "relative"],
    ["Her lawyer, Olena Kravets, said that she had seen her.", "Olena Kravets", "lawyer"],
    ["Judge Nino Beridze read the verdict.", "Nino Beridze", "official"],
    ["Dr. Anya Petrova, a political analyst, sees a deal.", "Anya Petrova", "expert"],
    ["Alfredo Romero, director of the rights group Foro Penal, condemned it.", "Alfredo Romero", "advocate"],
    ["Hanna Brock is a columnist.", "Hanna Brock", "journalist"],
    ["CIA Director Jane Porter flew to Doha.", "Jane Porter", "official"],
    ["The attorney general, Carlos Mena, denied it.", "Carlos Mena", "official"],
    ["Her advocate, Olena Kravets, appealed.", "Olena Kravets", "lawyer"],
    ["Tom Fox, the special envoy for hostage affairs, met them.", "Tom Fox", "official"],
  ])("are read from: %s", (sentence, name, role) => {
    expect(rolesIn(sentence)[name]).toBe(role);
  });

  it("follow what happens to a person rather than what the person does for a living", () => {
    expect(rolesIn("The lawyer Miriam Nalwoga was detained and beaten.")["Miriam Nalwoga"]).toBe("detainee");
    expect(rolesIn("The former minister Petros Solomon was jailed in 2001.")["Petros Solomon"]).toBe(
      "detainee",
    );
  });

  it("of office holders do not turn by a slip of the reading", () => {
    expect(rolesIn("President Alexander Lukashenko was asked to free them.")["Alexander Lukashenko"]).toBe(
      "official",
    );
  });

  it("are known for prisoners of the gazetteer whatever the text says", () => {
    expect(rolesIn("Maria Kalesnikava played the flute.")["Maria Kalesnikava"]).toBe("detainee");
  });
});
