const CONTROLS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A text in which no character is left that a terminal or a reader does not see: control and format characters, such as
 * those that turn the direction of text, become escapes.
 *
 * @example `"a\u001b[0m"` in front of the escape becomes the text `a\\u001b[0m`
 */
export function escapeControls(text: string): string {
  return text.replace(CONTROLS, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
}
