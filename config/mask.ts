/**
 * Hides what gives access from text that holds addresses: `redis://user:***@host`, `?password=***`.
 * Works on addresses that the URL standard cannot read, such as MongoDB's lists of hosts.
 */
export function maskSecrets(text: string): string {
  return text
    .replace(/([a-z][a-z0-9+.-]*:\/\/)([^\s/?#"]*)@/gi, (_, scheme: string, user: string) => {
      const colon = user.indexOf(":");
      return colon < 0 ? `${scheme}${user}@` : `${scheme}${user.slice(0, colon)}:***@`;
    })
    .replace(
      /([?&;](?:[a-z_-]*(?:password|passwd|secret|token|apikey|api_key|access_key))=)[^&;#\s"]+/gi,
      "$1***",
    );
}
