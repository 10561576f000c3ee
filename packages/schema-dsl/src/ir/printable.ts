/**
 * A text as one line that shows what is in it: characters that would break the line, hide or reorder the text around them
 * are escaped.
 *
 * @example a line break in a name shows as `\u000a`, a right-to-left override as `\u202e`
 */
export function printable(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (char) =>
    Array.from({ length: char.length }, (_, i) => char.charCodeAt(i).toString(16).padStart(4, '0'))
      .map((digits) => `\\u${digits}`)
      .join(''),
  );
}

/** A name in quotes, for messages. */
export function quoteName(name: string): string {
  return printable(JSON.stringify(name));
}

/** The path of something within something else: `Packet.size`, and `Packet["not an identifier"]` where the name is none. */
export function pathTo(holder: string, name: string): string {
  return /^[\p{L}\p{N}_$-]+$/u.test(name) ? `${holder}.${name}` : `${holder}[${quoteName(name)}]`;
}
