/** Hosts, with everything below them, that serve advertising, counting and social buttons and never an article's text. */
const HOSTS = new Set([
  "2mdn.net",
  "adfox.ru",
  "adnxs.com",
  "adriver.ru",
  "adsafeprotected.com",
  "amazon-adsystem.com",
  "an.yandex.ru",
  "casalemedia.com",
  "chartbeat.com",
  "connect.facebook.net",
  "counter.yadro.ru",
  "criteo.com",
  "criteo.net",
  "doubleclick.net",
  "google-analytics.com",
  "googleadservices.com",
  "googlesyndication.com",
  "googletagmanager.com",
  "googletagservices.com",
  "hotjar.com",
  "mc.yandex.ru",
  "mgid.com",
  "moatads.com",
  "outbrain.com",
  "platform.twitter.com",
  "pubmatic.com",
  "quantserve.com",
  "rubiconproject.com",
  "scorecardresearch.com",
  "smi2.ru",
  "taboola.com",
  "tns-counter.ru",
  "top-fwz1.mail.ru",
]);

/** Whether a host belongs to advertising. */
export function isAdvertising(hostname: string): boolean {
  const labels = hostname.toLowerCase().split(".");
  return labels.some((_, index) => HOSTS.has(labels.slice(index).join(".")));
}
