/**
 * JSON that is harmless on a terminal and still the same JSON: what {@link printable} spells out stands in it as `\uXXXX`. Line feeds and
 * blanks between its members stay.
 *
 * @example `printableJson('"\u009b"')` is `"\u009b"` in eight printable characters
 */
export function printableJson(json: string): string {
  return json.replace(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu, (char) =>
    Array.from(
      { length: char.length },
      (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
