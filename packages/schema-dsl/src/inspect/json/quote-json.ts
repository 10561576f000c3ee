/**
 * A JSON string that is safe to print: anything that could control a terminal or be invisible (control characters, including
 * those above U+007F, and bidirectional marks) is escaped.
 *
 * @example `quoteJson('a\u009b')` is `"a\u009b"` in nine printable characters
 */
export function quoteJson(text: string): string {
  return escapeHidden(JSON.stringify(text));
}

/** Data as indented JSON text that is safe to print. */
export function jsonText(data: unknown): string {
  return escapeHidden(JSON.stringify(data, undefined, 2));
}

/** Escapes invisible characters, except line feeds between the parts; those in strings are already escaped. */
function escapeHidden(json: string): string {
  return json.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (char) =>
    char === '\n'
      ? char
      : Array.from({ length: char.length }, (_, i) => char.charCodeAt(i))
          .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
          .join(''),
  );
}
