/** Longest line that the formatter leaves as it is. */
export const LINE = 110;

/** A string as TypeScript, in single quotes. */
export function quote(text: string): string {
  const escaped = text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n');
  return `'${escaped.replace(/[\p{Cc}\u2028\u2029]/gu, codeUnit)}'`;
}

/** A string as the name of a property; one that would set the prototype is computed. */
export function property(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_]\w*$/.test(name) ? name : quote(name);
}

const codeUnit = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Lines, two spaces further in; a text of several lines counts as several. */
export function indent(texts: readonly string[]): string {
  return texts
    .flatMap((text) => text.split('\n'))
    .map((line) => (line === '' ? line : `  ${line}`))
    .join('\n');
}
