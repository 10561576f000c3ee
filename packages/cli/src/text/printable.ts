/**
 * Makes text harmless on a terminal and keeps it on one line: control characters, invisible characters and bidirectional
 * marks are escaped.
 *
 * @example `printable('a\u001b[31m')` is `a\x1b[31m` in nine printable characters
 */
export function printable(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
  });
}
