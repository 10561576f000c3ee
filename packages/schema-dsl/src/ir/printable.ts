/**
 * A text as one unambiguous line: characters that would break the line, or hide or reorder the text around them, are
 * escaped.
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

/** The path of a member: `Packet.size`, or `Packet["not an identifier"]` if the name is not an identifier. */
export function pathTo(holder: string, name: string): string {
  return /^[\p{L}\p{N}_$-]+$/u.test(name) ? `${holder}.${name}` : `${holder}[${quoteName(name)}]`;
}
