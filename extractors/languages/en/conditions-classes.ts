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
  visit: `=visit =visits visitor visitors visitation visitations meeting meetings`,
  kin: `family families relative relatives wife husband mother father son daughter children child sister brother parents
    parent spouse loved`,
  mail: `letter letters parcel parcels package packages =mail correspondence =call =calls =phone telephone phone-calls telegrams
    postcard postcards telephoning phoning calling writing newspapers`,
  lawyer: `lawyer lawyers attorney attorneys counsel barrister solicitor defence-lawyer legal`,
  hold: `hold holds held holding keep keeps kept keeping place placed places put confine confined lock locked detain detained
    send sent sends sending throw thrown threw spend spends spent spending serve served transfer transferred transfers
    move moved lodge lodged remain remains remained sit sits sat languish languishes languished isolate isolated
    return returned sentenced ordered punished dispatched`,
  cellword: `cell cells block unit isolator ward wing room regime regimen`,
  body: `head face back legs leg arms arm hands hand feet foot heels soles ribs kidneys stomach chest wrists genitals ears eyes
    nose jaw teeth neck shoulders fingers elbows elbow thumbs`,
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
  never: `not never n't n’t no nobody noone none nor neither without hardly barely scarcely`,
  gone: `denied refused withheld confiscated delayed postponed cancelled canceled stopped unanswered ignored late rejected
    suspended blocked banned barred forbidden prohibited revoked scrapped lost cut reduced limited restricted halted
    withdrawn interrupted deferred struck removed missing undelivered undone`,
  refused: `denied refused withheld delayed postponed cancelled canceled stopped unanswered ignored late rejected suspended blocked
    banned barred forbidden revoked interrupted deferred unavailable`,
  holders: `prisoners inmates detainees convicts captives hostages men women people`,
  monitor: `consul consuls consular diplomat diplomats ambassador ambassadors embassy consulate delegate delegates icrc cross
    monitors observers priest chaplain imam ombudsman mission rapporteur nuncio`,
  kinsfolk: `@kin sisters brothers sons daughters wives husbands mothers fathers fiancé fiancée fiancee fiance girlfriend boyfriend
    partner aunt uncle nephew niece cousin grandmother grandfather grandson granddaughter grandchildren friends friend
    colleagues supporters`,
  post: `@mail =note =notes message messages e-mail e-mails email emails telegram postcards food-parcel stationery =card =cards`,
  defence: `lawyer lawyers attorney attorneys counsel barrister barristers solicitor solicitors advocate defender defenders
    defence-lawyer`,
  care: `@medical specialists medic medics paramedic ambulance x-ray x-rays scan scans mri biopsy ultrasound bandage bandages bandaging
    dressing dressings stitches stitched ointment drops tablet tablets pill injection injections dentists dentures prosthesis
    crutches wheelchair hearing-aid pacemaker transplant transfusion physiotherapy rehabilitation vaccine vaccination
    antiretrovirals sedative aspirin hospitalised infirmary clinic urologist dermatologist rheumatologist nephrologist endocrinologist pulmonologist gynecologist *ectomy *oscopy *therapy *iatrist`,
  harm: `cough wound wounds burn burns fracture fractures injury injuries shrapnel bullet bullets tooth teeth leg arm hand foot back
    shoulder rib ribs infection infections abscess lump tumour tumor cyst hernia fever pain pains bleeding rash ulcer ulcers
    sores eye eyes ear finger fingers toe toes knee jaw skin`,
  treat: `treat treated treating dress dressed set stitch stitched clean cleaned remove removed operate operated examine examined
    x-rayed bandage bandaged drained cure cured diagnose diagnosed seen looked attended`,
  part: `eye eyes eyesight vision ear ears leg legs arm arms hands foot feet finger fingers toe toes spine neck
    knee knees hip shoulder shoulders heart kidney kidneys liver lung lungs stomach bowel bladder prostate gums tooth teeth
    skin hair head jaw thyroid joints muscles nerves memory speech voice face lips ankle ankles tongue throat gut`,
  ails: `fail fails failing failed gone numb swollen swell swells swelled blind bleed bleeds bled bleeding infected infection shake shakes
    shaking tremble trembles trembling ache aches aching hurt hurts inflamed inflammation rot rotting loose dim dimmed
    paralysed paralyzed weak weaker weakened worse worsened worsening impaired blurred fading fades cataract damaged
    diseased ulcerated dislocated degenerating deteriorated deteriorating turned crooked stiff lame useless broken ringing`,
  sickness: `cancer diabetes tuberculosis tb hernia pneumonia bronchitis asthma epilepsy malaria typhoid typhus dysentery cholera scabies
    scurvy dengue anaemia anemia hypertension leukaemia leukemia lupus psoriasis dementia alzheimer parkinson schizophrenia
    hiv gout shingles jaundice gangrene sepsis thrombosis embolism glaucoma cataracts angina tachycardia arrhythmia
    diarrhoea diarrhea migraine migraines seizures fits paralysis palpitations stroke concussion dehydration scoliosis osteoporosis
    malnutrition rickets tinnitus vertigo haemorrhoids hemorrhoids endometriosis *itis *rosis *bosis *phoma *noma *ropathy *yopathy *ralgia *yalgia *aemia`,
  fare: `bread rice water soup gruel porridge beans lentils potatoes potato tea broth pitta pita biscuits biscuit biscuit cheese
    fish meat oats maize cabbage pasta noodles onion date dates`,
  need: `@comfort windowpane glass stove radiator radiators fan fans lamp bulb sun sky sunlight daylight toothbrush towel towels pads
    sanitary tap taps bath baths washing table chair coat coats jacket jackets underwear sock socks meal meals breakfast
    dinner rations meat fruit vegetables canteen yard walks exercise outdoors mattress floor-mat pillow heat warm`,
  room: `cell cells room rooms hall dormitory barrack barracks hut cellar basement tunnel pit hole cage container garage shed tent
    ward block bunk bunks box corridor toilet bathroom attic bunker trench`,
  strike: `beat beats beaten beating hit hits hitting struck strike strikes kick kicks kicked kicking punch punches punched punching
    slap slaps slapped slapping whip whips whipped lash lashes lashed flog flogs flogged thrash thrashed club clubbed cane
    caned choke choked choking strangle strangled throttle throttled burn burned burnt scald scalded electrocute
    electrocuted hang hanged hung suspend suspended stab stabbed cut slash slashed break broke broken fracture fractured
    crush crushed drag dragged stamp stamped stomped trample trampled smash smashed slam slammed banged throw threw
    thrown twist twisted bent prod prodded shocked gouged yank yanked jabbed pistol-whipped`,
  weapon: `baton batons truncheon truncheons stick sticks rifle rifles butt butts cable cables hose pipe pipes fists fist boots boot belt
    rod rods bar bars plank planks whip whips chain chains rope ropes pliers hammer hammers taser tasers stun electrodes
    wires wire clips board boards cane canes paddle bottle knuckles chair ruler book keys cord`,
  posture: `stand standing stood kneel kneeling knelt squat squatting crouch crouching sit sitting sat lie lying hang hanging crawl crawling
    run running hold holding bend bending`,
  victim: `him her them me us`,
  badnews: `dead died killed divorced left leave remarried betrayed abandoned forgotten ill sick arrested detained signed moved sold
    confessed orphanage raped jailed sentenced rot die never disappear shot hanged executed buried`,
  shame: `naked undress undressed strip stripped bark dance beg apologise apologize sing kiss thank pray lick swallow curse
    renounce shave shaved`,
  work: `sew sews sewed sewing saws sawing dig digs dug digging carry carries carried haul hauls hauled load loads loaded unload mine
    mines mining cut cuts chop chops chopped fell fells pick picks picked harvest harvests sort sorts sorted pack packs packed
    assemble assembles weave weaves peel peels stitch stitches clean cleans scrub scrubs break breaks make makes made build builds
    built lay lays burn burns burned work works worked working labour labours labored toil toils toiled knit knits`,
  trade: `sewing timber sawmill quarry mine mines brick bricks brickworks factory factories workshop workshops field fields cashew farm
    farms plantation logging construction tyres scrap charcoal cotton garment garments uniforms furniture laundry trenches
    rubber gravel stone stones logs wood woodworking metalwork footwear embroidery assembly shop`,
  statement: `statement statements paper papers page pages protocol protocols confession confessions testimony document documents text
    sheet sheets form letter apology script record sentences`,
  bonds: `chain chains chained shackle shackles shackled handcuff handcuffs handcuffed cuff cuffs cuffed fetter fetters fettered irons
    manacle manacles manacled leg-irons leg-cuffs rope ropes straps strapped bound tied zip-ties straitjacket leash`,
} as const;

/** Shared by frames whose words sport, trade and the arts use too. */
export const artsAndSports = [
  "film|movie|novel|play|exhibition|role|screen|season|episode|album",
  "match|goal|league|striker|midfielder|coach|championship|tournament|derby|game|championship|olympic*",
] as const;
