/** Longest line that the formatter leaves as it is. */
export const LINE = 110;

/** A string as TypeScript, in single quotes. */
export function quote(text: string): string {
  const escaped = text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n');
  return `'${escaped}'`;
}

/** Lines, two spaces further in; a text of several lines counts as several. */
export function indent(texts: readonly string[]): string {
  return texts
    .flatMap((text) => text.split('\n'))
    .map((line) => (line === '' ? line : `  ${line}`))
    .join('\n');
}
