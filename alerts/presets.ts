/** A ready-made rule as it is written down. `to` has to be filled in, and what the description says. */
export interface Preset {
  description: string;
  rule: { id: string; name: string; [key: string]: unknown };
}

export const presets: readonly Preset[] = [
  {
    description: "Anybody is released, pardoned or exchanged.",
    rule: {
      id: "releases",
      name: "Releases of anybody",
      what: { types: ["release", "pardon", "exchange"] },
      urgency: "high",
    },
  },
  {
    description: "Whatever happens to the persons of the list my-list.",
    rule: {
      id: "my-list",
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
    },
  },
  {
    description: "Somebody dies in custody or is executed.",
    rule: {
      id: "deaths",
      name: "Deaths in custody",
      what: { types: ["death_in_custody", "execution"] },
      urgency: "urgent",
    },
  },
  {
    description: "New arrests in a country: put its two letters into where.countries.",
    rule: {
      id: "arrests",
      name: "New arrests",
      what: { types: ["arrest", "disappearance"] },
      where: { countries: ["BY"] },
      changes: ["new", "denied", "retracted"],
    },
  },
  {
    description: "Sanctions are lifted or eased: what was given for whom.",
    rule: {
      id: "sanctions-relief",
      name: "Sanctions relief",
      what: { types: ["sanction_relief"] },
    },
  },
];
