/** Byte of every character that windows-1251 has; built from the decoder so that both directions agree. */
const byteOf = new Map(
  Array.from(
    { length: 256 },
    (_, byte) => [new TextDecoder("windows-1251").decode(Uint8Array.of(byte)), byte] as const,
  ),
);

/**
 * Encodes markup as windows-1251. Characters outside of it become numeric character references, which HTML and XML
 * readers turn back; so this is for markup only, not for plain text.
 */
export function encodeWindows1251(markup: string): Buffer {
  const bytes: number[] = [];
  for (const character of markup) {
    const byte = byteOf.get(character);
    if (byte === undefined) bytes.push(...Buffer.from(`&#${character.codePointAt(0)};`, "ascii"));
    else bytes.push(byte);
  }
  return Buffer.from(bytes);
}
