// Articles for large crawls, made from a number: the same number gives the same article. Every person is told of twice,
// by different sources, so that claims of several articles meet in one event or block.

const FIRST = "Marta Ilya Nadia Pavel Oksana Viktor Salima Andrei Leyla Roman Irina Tomas Zarina Kiril Amina Stefan Darya Hamid Vera Yusuf Alena Karim Polina Murad Galina Rustam Sofia Timur Elvira Bogdan".split(" ");
const STEM = "Bar Dol Kor Lav Mir Nov Ost Pet Rud Sav Tar Vas Zor Gal Hav Jel Kup Lin Mol Rom".split(" ");
const END = "chuk enko ovich insky adze idov akova eyev orina uzov".split(" ");
const CITY = "Minsk Gomel Brest Vitebsk Grodno Mogilev Baku Tehran Caracas Managua".split(" ");
const WORK = ["journalist", "lawyer", "student activist", "blogger", "poet", "trade unionist", "teacher", "doctor"];
/** Sentences that tell of nothing; put together of many parts, so that no two articles look like copies. */
const WHO = "Neighbours;Diplomats;Two editors;Former colleagues;Passers-by;Shopkeepers;Several deputies;A drummer;Old friends;Railway workers;The porter;Three students;A translator;Market traders;The choir;Taxi drivers;A retired judge;The librarian;Bakers;Fishermen".split(";");
const DID = "described;remembered;painted;measured;avoided;photographed;counted;crossed;praised;mentioned;walked past;wrote about;sold;repaired;decorated;discussed;compared;collected;carried;drew".split(";");
const WHAT = "a quiet street;the yellow building;an empty square;eleven volumes of files;the old bridge;a broken clock;the winter market;a bus without windows;the river bank;a wall of posters;four wooden doors;the post office;a narrow staircase;the tram depot;an apple garden;the stone lions;a box of letters;the theatre;a blue kiosk;the water tower".split(";");
const WHEN = "before sunrise;in the first snow;on a market day;after the concert;during the long holidays;at the end of spring;when the power failed;late in the evening;for the third time;every other week;without an umbrella;under grey clouds;in spite of the wind;for an hour;since the flood;with great patience".split(";");

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32, public domain). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Name of the person with this number; 6,000 of them differ. */
function personName(number) {
  const first = FIRST[number % FIRST.length];
  const rest = Math.floor(number / FIRST.length);
  return `${first} ${STEM[rest % STEM.length]}${END[Math.floor(rest / STEM.length) % END.length]}`;
}

/**
 * @param {number} number
 * @returns {{ title: string, author: string, published: string, paragraphs: string[] }}
 */
export function articleOf(number) {
  const random = randomFrom(number + 1);
  const pick = (list) => list[Math.floor(random() * list.length)];
  // Both articles of a pair are of one person.
  const person = personName(Math.floor(number / 2));
  const pair = randomFrom(10_000 + Math.floor(number / 2));
  const [city, work] = [CITY, WORK].map((list) => list[Math.floor(pair() * list.length)]);
  const years = 2 + Math.floor(pair() * 12);
  const day = new Date(Date.UTC(2025, 2, 1) + Math.floor(number / 2) * 3_600_000);
  const isFirst = number % 2 === 0;
  const title = isFirst ? `${person} sentenced to ${years} years in prison` : `Court in ${city} jails ${person}`;
  const lead = isFirst
    ? `A court in ${city} sentenced ${work} ${person} to ${years} years in prison on Monday, a lawyer said.`
    : `${person}, a ${work}, was sentenced to ${years} years in prison by a court in ${city}, relatives said.`;
  const more = [
    `${person} was arrested at home in ${city} last autumn.`,
    `“We will appeal,” the lawyer of ${person} said after the verdict.`,
    `${person} has been on hunger strike, a cellmate who was released told reporters.`,
  ];
  const sentence = () => `${pick(WHO)} ${pick(DID)} ${pick(WHAT)} ${pick(WHEN)}.`;
  const fillers = Array.from({ length: 6 }, () => `${sentence()} ${sentence()} ${sentence()}`);
  return {
    title,
    author: `${pick(FIRST)} ${pick(STEM)}ley`,
    published: day.toISOString(),
    paragraphs: [lead, ...fillers.slice(0, 2), pick(more), ...fillers.slice(2)],
  };
}

/** The article as a page in the manner of a small newspaper, with as much around it as `bytes` asks for. */
export function pageOf(number, origin, path, bytes = 0) {
  const { title, author, published, paragraphs } = articleOf(number);
  const ld = { "@context": "https://schema.org", "@type": "NewsArticle", headline: title, datePublished: published, author: { "@type": "Person", name: author } };
  const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} – The Test Courier</title><link rel="canonical" href="${origin}${path}"><meta property="og:title" content="${title}"><meta property="article:published_time" content="${published}"><script type="application/ld+json">${JSON.stringify(ld)}</script></head><body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/courts">Courts</a></li></ul></nav></header><main><article class="story"><h1>${title}</h1><p class="byline">By ${author} <time datetime="${published}">${published.slice(0, 10)}</time></p><div class="story-body">`;
  const body = paragraphs.map((text) => `<p>${text}</p>`).join("\n");
  const tail = "</div></article></main><footer><p>The Test Courier</p></footer></body></html>";
  const room = bytes - head.length - body.length - tail.length;
  return head + body + (room > 0 ? teasers(number, room) : "") + tail;
}

/** Teaser cards and script state, of which real pages mostly consist. */
function teasers(number, bytes) {
  const parts = [];
  let size = 0;
  for (let card = 1; size < bytes * 0.6; card++) {
    const { title } = articleOf(number + card * 7);
    parts.push(`<aside class="card" data-id="${number}-${card}"><a href="/news/${number + card * 7}"><img src="/i/${card}.jpg" alt="" loading="lazy"><h3>${title}</h3><span class="age">${card} h</span></a></aside>\n`);
    size += parts.at(-1).length;
  }
  const state = `{"id":${number},"t":"${"x".repeat(60)}"},`;
  return `</div></article><section class="more">${parts.join("")}</section><script>window.state=[${state.repeat(Math.max(1, Math.floor((bytes - size) / state.length)))}]</script><article hidden><div>`;
}
