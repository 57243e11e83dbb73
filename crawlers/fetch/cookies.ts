/** Cookies within one fetch, or one source: some sites answer every visitor with a redirect that sets a cookie. */
export interface CookieCarrier {
  /** Takes the cookies of a response; true when that changed anything. */
  note(url: URL, setCookie: string | string[] | undefined): boolean;
  /** `Cookie` header for an address, if there is any to send. */
  headerFor(url: URL): string | undefined;
}

const MAX_COOKIES = 30;
const MAX_COOKIE_CHARS = 4_096;
const MAX_HOSTS = 50;

/** Carries cookies back to the very host that set them. */
function createCookieCarrier(): CookieCarrier {
  const byHost = new Map<string, Map<string, string>>();
  return {
    note(url, setCookie) {
      let changed = false;
      const jar = byHost.get(url.host) ?? new Map<string, string>();
      for (const line of [setCookie ?? []].flat()) {
        const [, name, value] = /^\s*([^=;\s]+)\s*=\s*([^;]*)/.exec(line) ?? [];
        if (name === undefined || value === undefined || line.length > MAX_COOKIE_CHARS) continue;
        if (isExpired(line)) {
          if (jar.delete(name)) changed = true;
          continue;
        }
        if (jar.get(name) === value || (jar.size >= MAX_COOKIES && !jar.has(name))) continue;
        jar.set(name, value);
        changed = true;
      }
      if (byHost.has(url.host) || byHost.size < MAX_HOSTS) byHost.set(url.host, jar);
      return changed;
    },
    headerFor(url) {
      const jar = byHost.get(url.host);
      return jar && headerOf(jar);
    },
  };
}

/** Sites take a cookie away by one that has run out. */
const isExpired = (line: string) =>
  /;\s*max-age\s*=\s*(?:0|-\d+)\s*(?:;|$)/i.test(line) || /;\s*expires\s*=[^;]*\b19[67]\d\b/i.test(line);

const headerOf = (jar: ReadonlyMap<string, string>) =>
  jar.size === 0 ? undefined : [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

/** The carrier of a fetch: what the source's file gives goes to the source's own site only, over what the site has set. */
export function withGivenCookies(
  carrier: CookieCarrier,
  given: Readonly<Record<string, string>>,
  home: URL,
): CookieCarrier {
  const fixed = headerOf(new Map(Object.entries(given)));
  if (fixed === undefined) return carrier;
  return {
    note: (url, setCookie) => carrier.note(url, setCookie),
    headerFor(url) {
      const own = carrier.headerFor(url);
      if (!isSameSite(url.hostname, home.hostname)) return own;
      return own === undefined ? fixed : `${own}; ${fixed}`;
    },
  };
}

/** The same host, or one below it, `www.` not counted. */
function isSameSite(host: string, home: string): boolean {
  const base = home.replace(/^www\./, "");
  return host === base || host.endsWith(`.${base}`);
}

/** One carrier for every session that was named. */
export function createSessions(): (name: string | undefined) => CookieCarrier {
  const sessions = new Map<string, CookieCarrier>();
  return (name) => {
    if (name === undefined) return createCookieCarrier();
    const known = sessions.get(name) ?? createCookieCarrier();
    sessions.set(name, known);
    return known;
  };
}
