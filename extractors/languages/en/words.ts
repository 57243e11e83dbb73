/** Verbs of the domain whose forms are recognised whatever the tagger guesses. */
export const domainVerbs: readonly string[] =
  `arrest detain seize abduct kidnap capture apprehend rearrest re-arrest nab snatch round raid search imprison jail incarcerate
charge indict accuse prosecute try convict sentence condemn fine acquit release free liberate pardon amnesty commute parole exchange swap trade
deport expel extradite banish exile evict transfer move relocate return hospitalise hospitalize rush transport escort admit die kill execute hang
disappear vanish designate recognise recognize declare list label brand blacklist add include urge appeal call ask demand request press plead beg implore
insist petition negotiate mediate broker discuss visit condemn denounce welcome praise thank hail deplore decry criticise criticize voice express
sanction impose lift ease suspend waive remove relax extend prolong lengthen report claim deny refute dismiss reject confirm announce state declare
add note tell say write admit acknowledge allege suggest warn believe fear expect plan intend promise vow pledge agree refuse fail try want hope
consider order rule decide uphold overturn serve face end begin start refuse resume launch stage open close hear adjourn postpone resume stand
appear summon interrogate question beat torture strip deprive isolate place lock land arrive cross travel reunite work follow accompany
threaten offer propose negotiate hand slap walk win regain secure enter sign grant issue pass adopt approve spare reduce cut shorten
describe call name quote cite explain stress emphasise emphasize underline reiterate repeat argue insist respond reply answer post publish
learn understand inform notify require allow permit let force compel fly drive carry hold keep remain stay live spend complete finish stop halt break
abolish rescind revoke cancel withdraw block freeze target hit punish penalise penalize monitor document record count register verify identify
rally protest demonstrate attend defend represent disbar raise summon recall reconsider review quash void annul drop dismiss close halt
investigate suspect probe bail enforce vanish escape flee survive suffer collapse treat operate diagnose starve fast eat drink
interrupt intervene engage speak talk hope seek convene host travel chair co-ordinate coordinate facilitate help assist
commit submit transmit refer remand surrender give take bring send get put become go come make have lead meet leave lose tell write see know think find
cost reject mark celebrate reunite wave smile weep cry laugh hug walk step fill check sit stand sleep feel refuse print air broadcast film photograph confiscate regard grab drag bundle handcuff shackle blindfold hood
reprieve unfreeze bar undergo examine determine testify plead deem haul dump hang strip trouble disturb horrify lash storm whisk escort ferry bus jet airlift smuggle bury relate stem concern contain allege mourn commend celebrate deem heighten intercede`
    .split(/\s+/u)
    .filter((word) => word !== "");

/** Words that are noun and verb alike; context decides (see `tagging/`). */
export const nounOrVerb: ReadonlySet<string> = new Set(
  `photograph life pay decree convict amnesty set put cut seat date charter address deport arrest charge sentence release pardon appeal transfer visit swap exchange report call demand claim plan talk protest figure face
term hold strike move sanction list state raid return trial request order search fine parole trade exile rush transport escort hang label brand
press voice welcome praise thank promise vow pledge offer hand walk win issue pass cut name quote stress reply answer post force fly drive
stay stop halt break block freeze target hit monitor document record count register rally review drop close probe bail escape fast drink help
host chair torture place lock land work end start launch stage hope fear try vote march deal group court judge police camp cell guard ward
beat question use mark cross study need look turn change lead leave cause point set rule note add let bar back head house case aide state
test rest cost cover drug dress fight fire flag flight guide harm hurt increase interest interview judge kick limit link mail matter measure
mention mind notice object pay photo place plant play plot power pressure price process produce progress project purchase push
range rate reach reason regret risk score season sense share shelter ship show sign sleep smoke sound speech spread stand step storm stretch
struggle study supply support surprise suspect tie time tip touch train treat trip trouble trust view wait watch weight wish word wound
doubt escort envoy mandate contact experience sport service comment effort estimate feature film pardon laugh cry wave smile hug spy arm hood air concern stem right travel ban lash bus ferry`
    .split(/\s+/u)
    .filter((word) => word !== ""),
);
