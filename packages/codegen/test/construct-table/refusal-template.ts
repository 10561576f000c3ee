/**
 * The text of a definition error without what belongs to one schema: the path in front, names in quotes and calls, numbers. Two
 * cells that are refused for the same reason have the same template.
 */
export function refusalTemplate(message: string): string {
  return message
    .replace(/^[A-Z][\w.[\]]*:? /, '')
    .replace(/'[^']*'/g, '‘…’')
    .replace(/\b[0-9a-f]{2}( [0-9a-f]{2})*\b(?= )/g, '…')
    .replace(/\b\d+n?\b/g, '…');
}
