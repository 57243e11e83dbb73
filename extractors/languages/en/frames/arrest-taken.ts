import type { FrameRule } from "../../frames.ts";

const place = ["prep:in", "prep:at", "prep:near", "prep:outside"] as const;
const captors =
  "police, policemen, officer, agent, soldier, troop, gunman, militant, fighter, rebel, militia, militiaman, paramilitary, security, kgb, fsb, sebin, gestapo, intelligence, guard, gendarme, commando, masked man, masked men, armed man, armed men, men, hooded, plain-clothes, plainclothes, balaclavas, handcuff, handcuffs, kidnapper, military, army, junta";
/** Whoever pulls people out of cars and burning houses for their good. */
const rescuers =
  "firefighter, rescuer, rescue, medic, paramedic, ambulance, crash, rubble, fire, blaze, flood, earthquake, coach, teammate, accident, to hospital, to safety, stage, pitch, stadium, race, film";

/** Custody told by verbs that take somebody somewhere, which need a captor or a place beside them. */
export const takenRules: readonly FrameRule[] = [
  {
    id: "arrest.taken-out",
    type: "arrest",
    verbs:
      "take, take away, pull, pull out, drag, drag out, lead, lead out, lead away, haul, march, march out, bundle, grab, remove, snatch, carry off, carry",
    when: [
      {
        at: ["prep:from", "prep:out of", "prep:off", "prep:of"],
        words:
          "home, house, flat, apartment, bed, bedroom, kitchen, car, cab, taxi, bus, train, plane, office, newsroom, shop, studio, classroom, lecture, school, university, parish, rectory, church, mosque, monastery, temple, hotel, dormitory, street, village, building, room, hall, wedding, funeral, restaurant, café, cafe, airport, clinic, market, square, farm, courtroom, court",
      },
    ],
    unless: [
      { at: ["sentence"], words: rescuers },
      { at: ["patient"], words: "body, document, computer, phone, laptop, box, file, cargo, money" },
      { at: ["prep:to", "prep:into"], words: "prison, jail, colony, penitentiary, gallows" },
    ],
    charge: ["prep:on", "prep:for", "prep:over"],
    slots: { subjects: ["patient"], agents: ["agent"] },
    place: ["prep:in", "prep:at", "prep:near", "prep:from"],
    weight: 0.8,
    examples: {
      yes: [
        "Ann Lee was dragged out of her home in Agadez last Saturday.",
        "Men from the security agency led Tom Fox out of a studio on June 24.",
        "Tom Fox, whom the KGB pulled from his cab in 2022, is in a colony.",
      ],
      no: [
        "Firefighters pulled Tom Fox from his car after the crash.",
        "Police took a computer from the office of Ann Lee.",
        "Tom Fox was led out of the stadium by his coach.",
      ],
    },
  },
  {
    id: "arrest.taken-prisoner",
    type: "arrest",
    verbs: "take, hold, capture, lead, lead away, drive, haul",
    when: [
      {
        at: ["theme", "clause"],
        words:
          "prisoner, captive, hostage, taken prisoner, taken captive, taken hostage, in handcuffs, blindfolded",
      },
    ],
    unless: [{ at: ["prep:to", "prep:into"], words: "court, prison, hospital, clinic, courtroom" }],
    slots: { subjects: ["patient"], agents: ["agent"] },
    place,
    weight: 0.85,
    examples: {
      yes: ["Soldiers took Ann Lee prisoner on July 26.", "Tom Fox was led away in handcuffs in May."],
      no: ["Tom Fox was taken to court in handcuffs.", "The rebels took the town in May."],
    },
  },
  {
    id: "arrest.took",
    type: "arrest",
    verbs: "take",
    voice: "active",
    when: [{ at: ["agent"], words: `${captors}, they` }],
    unless: [
      {
        at: ["prep:to", "prep:into", "prep:through", "prep:for", "prep:by", "prep:back", "prep:under"],
        words: "#Noun, #Gerund, #Adjective",
      },
      {
        at: ["clause"],
        words:
          "back, aside, off, over, up, apart, home, there, hours, days, hand, arm, picture, photo, photograph, side",
      },
      { at: ["sentence"], words: "seriously, for granted, at his word, at her word, aboard, on a tour" },
      { at: ["sentence"], words: rescuers },
    ],
    slots: { subjects: ["patient"], agents: ["agent"] },
    place,
    weight: 0.65,
    examples: {
      yes: [
        "Tom Fox had been a marine; they took him in Mariupol on 12 April 2022.",
        "Soldiers took Ann Lee at dawn.",
      ],
      no: [
        "They took Tom Fox to the cinema.",
        "Police took Ann Lee seriously.",
        "Soldiers took three hours.",
      ],
    },
  },
  {
    id: "arrest.taken-by",
    type: "arrest",
    verbs: "take, pull, drag, grab, pick, haul, remove, whisk, bundle, lead, hustle, snatch",
    voice: "passive",
    when: [
      {
        at: ["agent"],
        words:
          "officer, officers, police, policemen, agents, men, gunmen, soldiers, troops, militants, forces, militia, fighters, rebels, security, paramilitaries, people in plain clothes",
      },
    ],
    unless: [
      {
        at: ["clause"],
        words: "to hospital, to the hospital, hostel, to safety, to a clinic, to court, to another prison",
      },
    ],
    charge: ["prep:on", "prep:for", "prep:over"],
    slots: { subjects: ["patient"], agents: ["agent"] },
    place,
    weight: 0.85,
    examples: {
      yes: ["Ann Lee was taken from the bar association by masked officers on May 11."],
      no: ["Ann Lee was taken to hospital by officers."],
    },
  },
  {
    id: "arrest.whisked",
    type: "arrest",
    verbs: "whisk away, whisk off, whisk, frogmarch",
    when: [
      {
        at: ["clause"],
        words:
          "police, officer, agent, soldier, gunman, masked man, security service, handcuff, van, unmarked car, police car, unknown location, undisclosed location, custody",
      },
    ],
    unless: [
      { at: ["clause"], words: "hospital, clinic, home, safety, airport, to freedom, holiday, bodyguard" },
    ],
    slots: { subjects: ["patient"], agents: ["agent"] },
    weight: 0.8,
    examples: {
      yes: [
        "Ann Lee was whisked away by plain-clothes officers on Friday.",
        "Soldiers frogmarched Tom Fox to a police car.",
      ],
      no: ["Police whisked Ann Lee to hospital.", "Ann Lee was whisked off on a tour of the palace."],
    },
  },
];
