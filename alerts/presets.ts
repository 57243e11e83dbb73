import { type AlertRule, AlertRuleSchema } from "../model/alert.ts";

/** Ready-made rules. `to` has to be filled in, and what the description says. */
export interface Preset {
  id: string;
  description: string;
  rule: Omit<AlertRule, "to">;
}

const preset = (id: string, description: string, rule: Record<string, unknown>): Preset => {
  const { to: _to, ...parsed } = AlertRuleSchema.parse({ id, to: ["somebody"], ...rule });
  return { id, description, rule: parsed };
};

export const presets: readonly Preset[] = [
  preset("releases", "Anybody is released, pardoned or exchanged.", {
    name: "Releases of anybody",
    what: { types: ["release", "pardon", "exchange"] },
    urgency: "high",
  }),
  preset("my-list", "Whatever happens to the persons of the list my-list.", {
    name: "My list",
    who: { lists: ["my-list"] },
    changes: [
      "new",
      "corroborated",
      "confirmed",
      "disputed",
      "denied",
      "retracted",
      "corrected",
      "died",
      "silence",
    ],
    urgency: "high",
  }),
  preset("deaths", "Somebody dies in custody or is executed.", {
    name: "Deaths in custody",
    what: { types: ["death_in_custody", "execution"] },
    urgency: "urgent",
  }),
  preset("arrests", "New arrests in a country: put its two letters into where.countries.", {
    name: "New arrests",
    what: { types: ["arrest", "disappearance"] },
    where: { countries: ["BY"] },
    changes: ["new", "denied", "retracted"],
  }),
  preset("sanctions-relief", "Sanctions are lifted or eased: what was given for whom.", {
    name: "Sanctions relief",
    what: { types: ["sanction_relief"] },
  }),
];
