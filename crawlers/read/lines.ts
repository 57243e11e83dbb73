import { isDateLine } from "./dates.ts";
import { indexPhrases, phraseAt, skipOrnaments } from "./phrases.ts";
import type { Mark } from "./tree.ts";

/*
 * Wording of lines that stand between an article's paragraphs without being part of it, in the languages that Habeas
 * reads. Every test is anchored at the line's first words or gated by a cheap look for a key word: most lines are the
 * article's own, and large expressions over all scripts are dear to compile and to run.
 */

/** Only short lines are compared: a long paragraph that starts with "Related" is a paragraph. */
const maxLineCharacters = 260;

/** Announcements of other stories. */
const teasers = indexPhrases(
  `read more|read also|read next|read now|read here|read all|read full|read the full|see more|see also|see next|see all|
  watch more|watch now|watch next|watch here|watch also|listen now|listen here|listen to more|view more|view all|view full|
  click here|discover more|explore more|also read|further reading|more on|more from|more about|more stories|more coverage|
  more in|related|related article|related articles|related story|related stories|related post|related posts|related news|
  related reading|related topics|related links|related content|related coverage|recommended|recommended reading|trending|
  trending now|up next|you may like|you may also like|you might like|you might also like|you may be interested|
  you may also be interested|don't miss|don’t miss|editor's picks|editors' picks|editor’s picks|editors’ picks|
  editor's pick|most read|most popular|most viewed|latest news|latest stories|latest headlines|continue reading|
  story continues|story continues below|article continues below|in this article|in this story|table of contents|
  what to read next|popular articles|popular posts|top stories`,
  `читайте также|читайте еще|читайте ещё|читайте далее|читайте по теме|читайте подробнее|читайте на|читать также|
  читать далее|читать еще|читать подробнее|смотрите также|смотри также|смотрите ещё|слушайте также|еще по теме|ещё по теме|
  материалы по теме|материал по теме|новости по теме|статьи по теме|подробнее по теме|по теме|на эту тему|другие новости|
  популярное|самое читаемое|самое популярное|популярные статьи|рекомендуем|похожие материалы|похожие статьи|вам может понравиться`,
  "чытайце таксама|чытайце яшчэ|чытайце далей|чытаць таксама|глядзіце таксама|слухайце таксама|яшчэ па тэме|па тэме|матэрыялы па тэме|іншыя навіны|папулярнае",
  "читайте також|читайте ще|читайте далі|дивіться також|слухайте також|за темою|матеріали за темою|інші новини|популярне",
  `lesen sie auch|lesen sie hier|lesen sie mehr|lesen sie dazu|sehen sie auch|hören sie auch|mehr zum thema|mehr dazu|
  mehr lesen|mehr aus|mehr von|mehr über|alles zum thema|lesetipp|auch interessant|das könnte sie auch interessieren|
  zum thema|weiterlesen|inhaltsverzeichnis|passend dazu|meistgelesen|empfehlungen|ähnliche artikel|verwandte artikel`,
  `lea también|lee también|leer más|leer también|ver también|ver más|vea también|mira también|te puede interesar|
  le puede interesar|más información|más noticias|más sobre|noticias relacionadas|relacionado|relacionados|también en|lo más leído`,
  `lire aussi|à lire aussi|à lire également|lire également|lire la suite|lire plus|voir aussi|à voir aussi|
  sur le même sujet|article lié|articles liés|articles connexes|en savoir plus|les plus lus`,
  `czytaj także|czytaj też|czytaj również|czytaj więcej|zobacz także|zobacz też|zobacz również|zobacz więcej|
  przeczytaj także|przeczytaj również|sprawdź też|posłuchaj też|obejrzyj też|polecamy|więcej na ten temat|więcej o|powiązane|
  najczęściej czytane`,
  "leggi anche|vedi anche|leia também|leia mais|veja também|lees ook|læs også|les også|läs också|läs mer|läs även|baca juga|você pode gostar",
);

/** Requests for the reader's address, subscription, following or opinion, told by their first words. */
const newsletterStarts = indexPhrases(
  `newsletter|newsletters|subscribe|subscribe now|subscribe today|subscribe here|subscribe to|sign up|sign up now|sign up for|
  stay informed|stay up to date|stay ahead|stay tuned|stay in the loop|follow us|follow our|like us|join us on|join our|find us on|
  get our newsletter|share your thoughts|share your views|let us know|tell us what you think|leave a comment below`,
  "подпишитесь|подписывайтесь|подписаться|подпишись|наш telegram|наш телеграм|мы в telegram|мы в телеграм|следите за нами|поделитесь мнением",
  "падпішыцеся|падпісвайцеся|падпісацца|сачыце за намі|мы ў telegram|наш telegram",
  "підпишіться|підписуйтесь|підписатися|стежте за нами|ми в telegram",
  "abonnieren sie|jetzt abonnieren|melden sie sich|newsletter abonnieren|folgen sie uns",
  "suscríbete|suscríbase|suscribirse|regístrate|apúntate|síguenos|síganos",
  "abonnez-vous|inscrivez-vous|suivez-nous",
  "zapisz się|subskrybuj|zasubskrybuj|obserwuj nas",
);
const newsletterKey =
  /newsletter|subscribe|sign up|inbox|mailing list|подпи[шс]|падпі[шс]|підпи[шс]|whatsapp|suscr|-vous|by email|delivered|straight to|our channel|in the comments/;
/**
 * Only requests: that somebody was arrested for subscribing to a channel is news. So verbs are taken in the imperative, or
 * at the beginning of a sentence, and never as nouns.
 */
const newsletterInside: readonly RegExp[] = [
  /(?:^|[.!?:;–—-]\s*|\b(?:and|or|please|can|to) (?:also )?)(?:sign up|subscribe)\b.{0,80}\b(?:newsletters?|inbox|updates|our|mailing list|alerts?|briefing|podcast)\b/,
  /(?:^|[.!?]\s)join\b.{0,60}\b(?:newsletter|mailing list|our (?:telegram |whatsapp )?channel)\b/,
  /\b(?:our|free|daily|weekly)\s+newsletters?\b.{0,60}$/,
  /^(?:get|receive)\b.{0,60}\b(?:in your inbox|by email|delivered|straight to)/,
  /\b(?:thoughts|opinion|views?|know|us)\b.{0,30}\bin the comments\b/,
  /подпи(?:шитесь|сывайтесь|шись|сывайся).{0,100}(?:рассылк|канал|телеграм|telegram|youtube|новост|instagram|обновлен|нас)/,
  /падпі(?:шыцеся|свайцеся).{0,100}(?:рассыл|канал|тэлеграм|telegram|youtube|навін|нас)/,
  /підпи(?:шіться|суйтесь|суйтеся).{0,100}(?:розсил|канал|телеграм|telegram|youtube|новин|нас)/,
  /(?:newsletter|whatsapp-?kanal).{0,80}(?:anmelden|abonnieren|bestellen|registrieren)/,
  /suscr[ií]b(?:ete|ase|anse).{0,80}(?:bolet[ií]n|newsletter|canal|correo|gratis)/,
  /(?:abonnez|inscrivez)-vous.{0,80}(?:newsletter|lettre|cha[iî]ne|mail|alerte)/,
];

/** Who wrote this. */
const bioStarts = indexPhrases(
  `about the author|about the authors|about the writer|about the reporter|about author|об авторе|об авторах|пра аўтара|пра аўтарку|
  про автора|про авторку|über den autor|über die autorin|über die autoren|zum autor|zur autorin|zur person|sobre el autor|
  sobre la autora|sobre los autores|acerca del autor|à propos de l'auteur|à propos de l’auteur|o autorze|o autorce|o autorach`,
);
const bioKey =
  /be reached|reporter|journalist|writer|correspondent|columnist|editor|contributor|author|fellow|follow|e-?mail/;
const bioInside: readonly RegExp[] = [
  /\b(?:can|may) be reached (?:at|on|via)\b/i,
  /\b[Ff]ollow (?:him|her|them|\p{Lu}\S+(?: \p{Lu}\S+){0,2}) .{0,20}\b(?:on|at)\b.{0,40}(?:@|[Tt]witter|\bX\b|Bluesky|Mastodon|LinkedIn|Threads|Facebook|Instagram|Telegram)/u,
  /^e-?mail\b.{0,60}@/i,
];

/** Words below or beside a picture. */
const captionKey =
  /photo|image|picture|illustration|credit|video|graphic|getty|shutterstock|istock|alamy|afp|foto|bild|grafik|quelle|imagen|fot\.|zdjęci|фот|снимок|иллюстрац|здымак|ілюстрац|знімок|світлина/;
const captionInside: readonly RegExp[] = [
  /^[[(]?(?:(?:file|archive|undated|handout|courtesy)\s+)?(?:images?|photos?|photographs?|pictures?|illustration|graphic|video|credits?)\s*(?:credits?|courtesy|copyright|source|caption|:|©|via\b|by\b)/,
  /^[[(]?(?:фото|фотография|снимок|иллюстрация|источник фото|здымак|ілюстрацыя|знімок|світлина|фота)\s*[:©.]/,
  /^[[(]?(?:fotos?|bild(?:er)?|symbolbild|grafik|quelle|crédits?|imagen|fot|zdjęcie|źródło zdjęcia)\s*[:©/.]/,
  /(?:ap photo|getty images|shutterstock|istock|afp via|alamy|picture alliance|imago images)[^.]{0,40}\)?\.?$/,
  /\((?:images?|photo|foto|фото|фота|credit|picture|ap photo|getty|courtesy)(?![a-zа-я])[^)]*\)\s*$/,
];

/** Buttons and labels of the page; nothing else stands on such a line, or what they label after a colon. */
const furniture = indexPhrases(
  `share|share this|share this article|tags|tag|topics|topic|filed under|posted in|category|categories|keywords|print|email|e-mail|home|menu|
  search|loading|log in|login|sign in|copy link|contents|source|comments|comment|leave a comment|leave a reply|view comments|
  add a comment|join the conversation|join the discussion|have a tip|click to tweet|skip to|highlights|key points|view gallery|
  enlarge image|image|credit|advertisement|advertising|advertisment|advert|sponsored|sponsored content|all rights reserved`,
  `поделиться|теги|метки|рубрика|рубрики|комментарии|комментировать|распечатать|источник|ключевые слова|темы|обсудить|реклама|
  все права защищены|падзяліцца|тэгі|каментары|крыніца|рэклама|усе правы абаронены|поділитися|коментарі|джерело`,
  `teilen|drucken|kommentar|kommentare|schlagwort|schlagwörter|themen|merken|vorlesen|startseite|anzeige|werbung|alle rechte vorbehalten|
  compartir|comentarios|etiquetas|temas|imprimir|publicidad|todos los derechos reservados|partager|commentaires|imprimer|mots-clés|publicité|
  tous droits réservés|udostępnij|komentarze|tagi|drukuj|źródło|reklama|wszelkie prawa zastrzeżone|pubblicità|iklan`,
);

/** Labels of buttons that go on in free words: "Share this on Facebook", "Filed under Belarus". */
const invitations = indexPhrases(
  `share this|share on|share via|filed under|posted in|leave a comment|leave a reply|view comments|join the conversation|
  join the discussion|click to tweet|skip to|view gallery|enlarge image|copy link|sign in to|log in to|this article was|
  поделиться в|рубрика|метки|падзяліцца ў|artikel teilen|auf facebook|compartir en|partager sur`,
);

const countedThings =
  /^\d+\s*(?:min(?:ute)?s?(?: read)?|comments?|shares?|of \d+|views?|likes?|минут\S*|хвілін\S*|хвилин\S*|min\.? (?:lesezeit|de lecture|de lectura))\s*(?:read)?$/;

const bylineStarts = indexPhrases(
  `by|written by|reported by|reporting by|edited by|editing by|text by|von|por|par|di|door|af|od|author|authors|autor|autorin|autoren|autores|автор|авторы|аўтар|аўтары|text|текст|тэкст`,
);
const bylineName =
  /^\S+(?:\s(?:by|de))?:?\s+\p{Lu}[\p{L}.'’-]+(?:\s+(?:\p{Lu}[\p{L}.'’-]+|and|und|y|et|и|&|de|van|von|der|la|i)){0,8}(?:\s*[,|·•-].{0,60})?$/u;

/** Notices of embedded content, cookies and scripts. */
const notice =
  /(?:extern|redaktionell)e[nrs]? inhalt|einverstanden, dass mir|drittplattform|third[- ]party (?:content|cookies)|(?:accept|enable|allow|manage) (?:all )?(?:cookies|javascript)|contenido externo|contenu externe|включите javascript/;

/** Says whose report the article is; kept, because origins of reports are told apart by it. */
const sourceLine = /^(?:sources?|quelle|fuente|источник|крыніца|джерело|źródło)\s*:\s*\S.{0,60}$/;

const authorKey =
  /report|journalis|writer|correspond|columnist|editor|contribut|author|fellow|bureau|redakteur|periodista|журнал/;
const authorNote =
  /^(\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+){1,3}) (?:is|was|writes|covers|reports|ist|es|est|—|–) (?:an?|the|our|on|from|for|\S{2,30}(?:\s\S{2,20}){0,2}['’]s)? ?(?:[\w-]+ ){0,4}(?:reporter|journalist|writer|correspondent|columnist|editor|contributor|author|fellow|bureau|journalistin|redakteurin?|periodista|журналист\S*|журналіст\S*)(?![\p{L}])/u;

/**
 * The person whom a line such as "Ann Lee is a reporter in Vilnius" introduces; null for other lines. Whether it is the
 * author's note or the news depends on who and where: a jailed journalist is introduced in the same words.
 */
export function introducedPerson(line: string): string | null {
  if (line.length > maxLineCharacters || !authorKey.test(line)) return null;
  return authorNote.exec(line)?.[1] ?? null;
}

/** What a short line is by its wording; null for the article's own lines. */
export function kindOfLine(line: string): Mark {
  if (line.length > maxLineCharacters) return null;
  const text = skipOrnaments(line);
  const lower = text.toLowerCase();
  if (isTeaser(lower)) return "teaser";
  if (isNewsletter(lower)) return "newsletter";
  if (phraseAt(lower, bioStarts) !== null || sourceLine.test(lower)) return "bio";
  if (bioKey.test(lower) && bioInside.some((pattern) => pattern.test(text))) return "bio";
  if (captionKey.test(lower) && captionInside.some((pattern) => pattern.test(lower))) return "caption";
  return isFurniture(lower, text) ? "drop" : null;
}

/** "Read more", alone, before a headline, or with any sentence after its colon. */
function isTeaser(lower: string): boolean {
  const phrase = phraseAt(lower, teasers);
  if (phrase === null) return false;
  const rest = lower.slice(phrase.length);
  // "Related charges" and "Recommended sentence" begin headings of their own; one word needs its colon.
  if (!phrase.includes(" ")) return /^\s*[:.…»>|]*$|^\s*[:|»>]/.test(rest);
  return /^[^.!?]{0,110}[:.…»>?!]*$/.test(rest) || /^[^.!?:]{0,30}:/.test(rest);
}

function isNewsletter(lower: string): boolean {
  const phrase = phraseAt(lower, newsletterStarts);
  if (phrase !== null && /^[^.!?]{0,90}[.!?:…»>]*$/.test(lower.slice(phrase.length))) return true;
  return newsletterKey.test(lower) && newsletterInside.some((pattern) => pattern.test(lower));
}

function isFurniture(lower: string, text: string): boolean {
  const label = phraseAt(lower, furniture);
  if (label !== null && /^\s*(?:[:.…»>|]*$|:.{0,90}$)/.test(lower.slice(label.length))) return true;
  const invitation = phraseAt(lower, invitations);
  if (invitation !== null && /^[^.!?]{0,60}[:.…»>]*$/.test(lower.slice(invitation.length))) return true;
  if (/^(?:©|\(c\)|copyright\b)/.test(lower)) return true;
  if (isDateLine(text) || countedThings.test(lower)) return true;
  if (phraseAt(lower, bylineStarts) !== null) return bylineName.test(text);
  return (
    notice.test(lower) ||
    /\bmay contain affiliate\b|\b(?:affiliate|referral) links?\b/.test(lower) ||
    /^this (?:article|story|post|slideshow|content) (?:was )?(?:originally|first|requires)\b/.test(lower)
  );
}
