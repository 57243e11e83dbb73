/** Cookies within one fetch: some sites answer every visitor with a redirect to the same page that sets a cookie. */
export interface CookieCarrier {
  /** Takes the cookies of a response; true when that changed anything. */
  note(url: URL, setCookie: string | string[] | undefined): boolean;
  /** `Cookie` header for an address, if there is any to send. */
  headerFor(url: URL): string | undefined;
}

const MAX_COOKIES = 30;
const MAX_COOKIE_CHARS = 4_096;

/** Carries cookies back to the very host that set them, and forgets everything with the fetch. */
export function createCookieCarrier(): CookieCarrier {
  const byHost = new Map<string, Map<string, string>>();
  return {
    note(url, setCookie) {
      let changed = false;
      const jar = byHost.get(url.host) ?? new Map<string, string>();
      for (const line of [setCookie ?? []].flat()) {
        const [, name, value] = /^\s*([^=;\s]+)\s*=\s*([^;]*)/.exec(line) ?? [];
        if (name === undefined || value === undefined || line.length > MAX_COOKIE_CHARS) continue;
        if (jar.get(name) === value || (jar.size >= MAX_COOKIES && !jar.has(name))) continue;
        jar.set(name, value);
        changed = true;
      }
      byHost.set(url.host, jar);
      return changed;
    },
    headerFor(url) {
      const jar = byHost.get(url.host);
      if (!jar || jar.size === 0) return undefined;
      return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    },
  };
}
