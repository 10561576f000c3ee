/**
 * Makes JSON harmless on a terminal without changing its value: characters that {@link printable} escapes become `\uXXXX`. Line
 * feeds and spaces between members are kept.
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
