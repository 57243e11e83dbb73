import type { Mark } from "./tree.ts";

/**
 * Wording of lines that stand between an article's paragraphs without being part of it, in the languages that Habeas
 * reads. Only short lines are compared: a long paragraph that starts with "Related" is a paragraph.
 */
const maxLineCharacters = 260;

const any = (...alternatives: string[]): string => `(?:${alternatives.join("|")})`;
const starting = (words: string, rest = ""): RegExp => new RegExp(`^[\\s»›>•*–—-]*${words}${rest}`, "iu");

/** Links to other stories. */
const teaserStart = any(
  "(?:read|see|watch|listen|view|click|discover|explore)\\s+(?:more|also|next|now|here|all|full|on|the full)",
  "(?:also|further)\\s+(?:read|reading)|more\\s+(?:on|from|about|stories|coverage)|related(?:\\s+(?:articles?|stor(?:y|ies)|posts?|news|reading|topics?|links?|content|coverage))?|recommended|trending|up next|you (?:may|might)(?: also)? (?:like|enjoy|be interested)|don['’]t miss|editor['’]?s['’]? picks?|most (?:read|popular|viewed)|latest (?:news|stories|headlines)|continue reading|story continues|in this article|table of contents",
  "(?:читайте|читать|смотрите|смотри|слушайте)\\s+(?:также|ещё|еще|далее|по теме|подробнее|на)|(?:еще|ещё|материалы?|новости|статьи|подробнее)\\s+(?:по теме|об этом|на эту тему)|по теме|другие новости|(?:самое\\s+)?(?:популярное|читаемое)",
  "(?:чытайце|глядзіце|чытаць|слухайце)\\s+(?:таксама|яшчэ|далей)|(?:яшчэ\\s+)?па тэме|іншыя навіны|падрабязней\\s+па тэме",
  "(?:читайте|дивіться|слухайте)\\s+(?:також|ще|далі)|за темою|інші новини",
  "(?:lesen|sehen|hören)\\s+sie\\s+(?:auch|hier|mehr|dazu)|(?:mehr|alles)\\s+(?:zum thema|dazu|lesen|aus|von|über)|lesetipp|lesen sie auch|auch interessant|das könnte sie auch|zum thema|weiterlesen|inhaltsverzeichnis|passend dazu|video",
  "(?:lea|lee|leer|ver|vea|mira|escuch[ae])\\s+(?:también|más|además)|(?:te|le)\\s+puede\\s+interesar|m[áa]s\\s+(?:información|noticias|sobre)|noticias relacionadas|relacionad[oa]s?|también en",
  "(?:à\\s+)?(?:lire|voir|écouter)\\s+(?:aussi|également|plus)|(?:à|sur)\\s+(?:lire|le même sujet)|lire la suite|articles? (?:liés?|connexes?)|en savoir plus",
  "(?:czytaj|zobacz|przeczytaj|sprawdź|posłuchaj|obejrzyj)\\s+(?:także|też|również|więcej)|polecamy|więcej (?:na ten temat|o)|powiązane",
  "leggi anche|vedi anche|leia (?:também|mais)|veja também|lees ook|læs også|les også|läs (?:också|mer|även)|baca juga|ayrıca (?:oku|bak)",
);

/** Asking for the reader's address, subscription or following. */
const newsletter: readonly RegExp[] = [
  /\b(?:sign up|subscribe|join)\b.{0,80}\b(?:newsletters?|inbox|updates|channel|mailing list|alerts?|podcast)\b/iu,
  /\b(?:our|the|free|daily|weekly|this|[\w.]+\.(?:com|org|net))\s+newsletters?\b.{0,60}$/iu,
  /^(?:get|receive)\b.{0,60}\b(?:in your inbox|by email|delivered|straight to)/iu,
  /^(?:newsletters?|subscribe(?: now| today| here)?|sign up(?: now| today| here)?|stay (?:informed|up to date|ahead|tuned|in the loop))\b[^.!?]{0,90}[.!:…»>]*$/iu,
  /^(?:follow|like|find|join)\s+(?:us|me|our|@)\b.{0,120}$/iu,
  /(?<!\p{L})подпис(?:ывай(?:те|ся|тесь)|ат(?:ь|ься)|ыва(?:ть|ться)|ка\s+на)(?!\p{L}).{0,100}(?:рассылк|канал|телеграм|telegram|youtube|новост|instagram|обновлен|нас)/iu,
  /^(?:наш|мы в)\s+(?:telegram|телеграм|youtube|канал|facebook|instagram|вконтакте)/iu,
  /(?<!\p{L})падпі(?:свайцеся|сацца|шыцеся|свацца|ска\s+на)(?!\p{L})/iu,
  /(?<!\p{L})підпи(?:суйтесь|суйтеся|шіться|сатися|ска\s+на)(?!\p{L})/iu,
  /(?<!\p{L})(?:newsletter|push-?nachrichten|whatsapp-?kanal)(?!\p{L}).{0,80}(?:anmelden|abonnieren|bestellen|registrieren|kostenlos)/iu,
  /^(?:abonnieren|melden)\s+sie\s+(?:sich|unseren|den|hier|jetzt)/iu,
  /(?<!\p{L})(?:suscr[ií]b(?:ete|ase|irse|irte)|reg[ií]strate|ap[úu]ntate)(?!\p{L}).{0,80}(?:bolet[ií]n|newsletter|canal|correo|gratis|aqu[ií]|$)/iu,
  /(?<!\p{L})(?:abonnez-vous|inscrivez-vous|recevez)(?!\p{L}).{0,80}(?:newsletter|lettre|cha[iî]ne|e-?mail|alerte|actualit)/iu,
  /(?<!\p{L})(?:zapisz się|subskrybuj|zasubskrybuj)(?!\p{L}).{0,80}/iu,
];

/** Who wrote this, told after or before the article. */
const bio: readonly RegExp[] = [
  starting(
    any(
      "about\\s+(?:the\\s+)?(?:authors?|writers?|reporters?)",
      "об\\s+авторе|автор\\s+(?:статьи|материала|текста)\\s*[:—–-]",
      "пра\\s+аўтара|про\\s+автора",
      "über\\s+(?:den\\s+autor|die\\s+autor(?:in|en)|uns)|zum\\s+autor|zur\\s+person",
      "sobre\\s+(?:el|la|los)\\s+autor(?:a|es)?|acerca\\s+del\\s+autor",
      "[àa]\\s+propos\\s+de\\s+l['’]aut(?:eur|rice)",
      "o\\s+autor(?:ze|ce|kach)",
    ),
    "(?!\\p{L})",
  ),
  /\b(?:can|may) be reached (?:at|on|via)\b/iu,
  /^\p{Lu}[\p{L}'’.-]+(?:\s+\p{Lu}[\p{L}'’.-]+){1,3} is (?:an?|the|our|[\p{L}.’' ]{2,40}['’]s) (?:[\p{L}-]+ ){0,4}(?:reporter|journalist|writer|correspondent|columnist|editor|contributor|freelancer|author|staff writer|fellow)\b/u,
  /\bfollow (?:him|her|them|\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2})\b.{0,20}\b(?:on|at)\b.{0,40}(?:@|twitter|x\b|bluesky|mastodon|linkedin|threads|facebook|instagram|telegram)/iu,
  /^(?:email|e-mail|contact)\b.{0,60}\bat\b.{0,60}@/iu,
];

/** Words below or beside a picture. */
const caption: readonly RegExp[] = [
  /^[[(]?(?:(?:file|archive|undated|handout|courtesy)\s+)?(?:images?|photos?|photographs?|pictures?|illustration|graphic|video|credits?)\s*(?:credits?|courtesy|copyright|source|caption|:|©|via\b|by\b)/iu,
  /^[[(]?(?:фото(?:графия)?|снимок|иллюстрация|источник фото|здымак|ілюстрацыя|знімок|світлина|фота)\s*[:©.]/iu,
  /^[[(]?(?:foto|fotos|bild|bilder|symbolbild|grafik|quelle|photo|crédits?|imagen|fot|zdjęcie|źródło zdjęcia)\s*(?::|©|\/)/iu,
  /(?:AP Photo|Getty Images|Shutterstock|iStock|AFP via|Alamy|picture alliance|imago images)[^.]{0,40}\)?\.?$/u,
  /\((?:images?|photo|foto|фото|фота|credit|picture|ap photo|getty|courtesy)\b[^)]*\)\s*$/iu,
];

const month =
  "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|ene|abr|ago|dic|fév|avr|juin|août|déc|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|сту|лют|сак|кра|тра|чэр|ліп|жні|вер|кас|ліс|сне|січ|бер|кві|чер|сер|жов|гру|sty|lut|kwi|maj|cze|lip|sie|wrz|paź|lis|gru)[\\p{L}.]*";

/** Furniture of the page: buttons, dates, by-lines, rights. */
const furniture: readonly RegExp[] = [
  /^(?:advert(?:isement|ising)?|anzeige|werbung|publicidad|publicité|реклама|рэклама|reklama|pubblicità|sponsored(?: content)?|iklan)[\s:.]*$/iu,
  /^(?:share|share this|tags?|topics?|filed under|posted in|categor(?:y|ies)|keywords?|print|e-?mail|home|menu|search|loading|log ?in|sign ?in|copy link|contents|source|comments?|leave a (?:comment|reply)|view comments|add a comment|join the (?:conversation|discussion)|have a tip|click to tweet|skip to|highlights|key points|view gallery|enlarge image|image|credit)\b[^.!?]{0,90}[:.…»>]*$/iu,
  /^(?:поделиться|теги|метки|рубрик[аи]|комментарии|комментировать|распечатать|источник|ключевые слова|темы|обсудить|падзяліцца|тэгі|каментары|крыніца|поділитися|коментарі|джерело)\s*(?::.{0,90}|[.…]*)$/iu,
  /^(?:teilen|drucken|kommentare?|schlagw(?:ort|örter)|themen|merken|vorlesen|startseite|compartir|comentarios|etiquetas|temas|imprimir|partager|commentaires?|imprimer|mots-clés|udostępnij|komentarze|tagi|drukuj|źródło)\s*(?::.{0,90}|[.…]*)$/iu,
  /^(?:(?:written|reported|text)\s+)?(?:by|von|por|par|di|door|af|od|автор[ы]?:?|аўтар:?|autor(?:in|en|es|ka)?:?|authors?:?|text:|текст:?|тэкст:?)\s+\p{Lu}[\p{L}.'’-]+(?:\s+(?:\p{Lu}[\p{L}.'’-]+|and|und|y|et|и|&|de|van|von|der|la|i)){0,8}(?:\s*[,|·•-].{0,60})?$/u,
  /^(?:©|\(c\)|copyright\b|all rights reserved|alle rechte|todos los derechos|tous droits|все права|усе правы|wszelkie prawa)/iu,
  new RegExp(
    `^(?:(?:(?:last\\s+)?(?:updated|published|posted|modified|created)(?:\\s+(?:on|at|by))?|aktualisiert|erstellt|veröffentlicht|stand|actualizado|publicado|publié|mis à jour|modifié|обновлено|опубликовано|абноўлена|апублікавана|оновлено|опубліковано|opublikowano|aktualizacja)(?:\\s+(?:am|el|le|at|on))?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)[\\s:,.|-]+[^!?]{0,40}\\d{2,4}[^!?]{0,40}$`,
    "iu",
  ),
  /^[\s[(|•·]*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}[\s,|–-]*(?:\d{1,2}[:.]\d{2}.{0,20})?$/u,
  new RegExp(
    `^[\\s\\[(|•·]*(?:\\d{1,2}\\.?\\s+(?:de\\s+)?)?${month}\\s+(?:de\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?,?\\s+)?\\d{4}(?:[\\s,|–-].{0,30})?$`,
    "iu",
  ),
  /^\d+\s*(?:min(?:ute)?s?(?: read)?|comments?|shares?|of \d+|views?|likes?|минут\p{L}*|хвілін\p{L}*|хвилин\p{L}*|min\.? (?:lesezeit|de lecture|de lectura))\s*(?:read)?$/iu,
  /\bmay contain affiliate\b|\b(?:affiliate|referral) links?\b/iu,
  /^this (?:article|story|post|slideshow|content) (?:was )?(?:originally|first|requires)\b/iu,
];

const teaser = starting(teaserStart, "(?!\\p{L})[^.!?]{0,110}[:.…»>?!]*$");
/** "Read more:" may be followed by a whole headline, with any punctuation. */
const teaserWithColon = starting(teaserStart, "[^.!?:]{0,30}:.{0,200}$");

/** What a short line is by its wording; null for the article's own lines. */
export function kindOfLine(text: string): Mark {
  if (text.length > maxLineCharacters) return null;
  if (teaser.test(text) || teaserWithColon.test(text)) return "teaser";
  if (newsletter.some((pattern) => pattern.test(text))) return "newsletter";
  if (bio.some((pattern) => pattern.test(text))) return "bio";
  if (caption.some((pattern) => pattern.test(text))) return "caption";
  return furniture.some((pattern) => pattern.test(text)) ? "drop" : null;
}
