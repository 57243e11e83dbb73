/** Word classes of the condition frames; `@name` in a pattern. */
export const conditionClasses = {
  deny: `deny denies denied denying refuse refuses refused refusing forbid forbids forbade forbidden ban bans banned banning bar
    barred prohibit prohibits prohibited prevent prevents prevented deprive deprived strip stripped withhold withholds withheld
    withholding reject rejected cancel cancelled canceled revoke revoked block blocks blocked blocking restrict restricted
    suspend suspended curtail curtailed stop stopped cut disallow disallowed obstruct obstructed ignore ignored decline
    declined turn-down`,
  denied: `denied refused forbidden banned barred prohibited prevented withheld rejected cancelled canceled revoked blocked
    suspended stopped disallowed ignored delayed postponed halted restricted`,
  not: `not never n't n’t no cannot neither nor without hardly barely`,
  letme: `allow allowed allows permit permitted permits let lets give given grant granted get gets got receive received receives
    have had has able entitled offer offered provide provided see seen`,
  visit: `visit visits visitor visitors visitation visitations meeting meetings`,
  kin: `family families relative relatives wife husband mother father son daughter children child sister brother parents
    parent spouse loved`,
  mail: `letter letters parcel parcels package packages mail correspondence call calls phone telephone phone-calls telegrams
    postcard postcards telephoning phoning calling writing newspapers`,
  lawyer: `lawyer lawyers attorney attorneys counsel barrister solicitor defence-lawyer legal`,
  hold: `hold holds held holding keep keeps kept keeping place placed places put confine confined lock locked detain detained
    send sent sends sending throw thrown threw spend spends spent spending serve served transfer transferred transfers
    move moved lodge lodged remain remains remained sit sits sat languish languishes languished isolate isolated
    return returned sentenced ordered punished dispatched`,
  cellword: `cell cells block unit isolator ward wing room regime regimen`,
  body: `head face back legs leg arms arm hands hand feet foot heels soles ribs kidneys stomach chest wrists genitals ears eyes
    nose jaw teeth neck shoulders fingers`,
  people: `women men people prisoners inmates detainees persons others convicts girls boys captives`,
  medical: `medical medicine medicines medication medications drugs drug insulin treatment treatments doctor doctors physician
    cardiologist specialist specialists dentist surgeon nurse hospital hospitalisation hospitalization surgery operation
    operations care healthcare painkillers antibiotics inhaler painkiller examination examinations check-up checkup
    chemotherapy dialysis pills glasses therapy oncologist neurologist gynaecologist ophthalmologist`,
  illness: `cancer diabetes tuberculosis hernia pneumonia bronchitis asthma epilepsy hepatitis arthritis ulcer ulcers stroke
    heart hypertension tumour tumor anaemia anemia depression malnutrition dysentery scabies covid covid-19 fever seizures
    seizure palpitations headaches migraines infection infections kidney liver lung lungs thyroid sepsis gangrene scurvy
    thrombosis leukaemia leukemia osteoporosis typhus malaria cholera pain pains bleeding disease illness illnesses
    condition ailment ailments injuries injury wounds wound dizziness fainting vomiting cough insomnia dementia
    paralysis sclerosis angina arrhythmia pancreatitis appendicitis glaucoma cataract disorder syndrome psoriasis
    gastritis sciatica rheumatism prostate`,
  comfort: `mattress mattresses bed beds bedding window windows heating ventilation light daylight sunlight blanket blankets toilet
    toilets soap air water electricity furniture pillow sheets shoes boots clothing clothes hygiene sanitation shower showers
    food sink lavatory`,
  threaten: `threaten threatens threatened threatening threats threat`,
  force: `force forces forced forcing make makes made compel compelled coerce coerced oblige obliged order ordered press-ganged
    pressure pressured`,
  psych: `psychiatric mental psycho-neurological psychoneurological`,
} as const;

/** Shared by frames whose words sport, trade and the arts use too. */
export const artsAndSports = [
  "film|movie|novel|play|exhibition|role|screen|season|episode|album",
  "match|goal|league|striker|midfielder|coach|championship|tournament|derby|game|championship|olympic*",
] as const;
