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
        "condition",
      ],
      urgency: "high",
    },
  },
  {
    description:
      "Somebody of the list my-list is reported to be tortured, ill or alone, or is silent for too long.",
    rule: {
      id: "treatment",
      name: "Treatment of my list",
      who: { lists: ["my-list"] },
      what: {
        conditions: ["torture", "medical_neglect", "ill_health", "solitary_confinement", "incommunicado"],
        clock: { kinds: ["isolation", "news", "lawyer"], minimumDays: 30 },
      },
      changes: ["condition", "silence"],
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
