/**
 * Whether a text is of at least so many characters, all from one to another, both of which belong to them. What a regular expression
 * would say, in less time.
 *
 * @example `isTextOfClass('hi', 0x20, 0x7e, 1)` is true, as `/^[ -~]+$/.test('hi')` is
 */
export function isTextOfClass(text: string, from: number, to: number, least: number): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < from || unit > to) return false;
  }
  return text.length >= least;
}
