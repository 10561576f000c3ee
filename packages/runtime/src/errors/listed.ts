/** How many of several things a message names. */
const MOST = 12;

/** Texts as a message lists them: `a, b, c`, and of very many how many more there are. */
export function listed(texts: readonly string[]): string {
  const more = texts.length > MOST ? ` and ${texts.length - MOST} more` : '';
  return `${texts.slice(0, MOST).join(', ')}${more}`;
}
