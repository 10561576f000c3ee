const ANYTHING = '…';

/** A message without the parts that are specific to a schema: its place, the names in its text, and numbers. Lists are collapsed. */
export function templateOf(message: string, path: string, schema: string): string {
  const names = new Set(schema.match(/[a-z_]\w*/gi));
  return message
    .slice(path.length)
    .replace(/"[^"]*"/g, ANYTHING)
    .replace(/\/\S+\/ /g, `${ANYTHING} `)
    .replace(/[\w-]+/g, (word) => (names.has(word) || /\d/.test(word) ? ANYTHING : word))
    .replace(/…(, …)+/g, ANYTHING);
}

/** The number of templates that differ in more than placeholders, which may hide a word of the message itself. */
export function countTemplates(templates: readonly string[]): number {
  const distinct: string[] = [];
  for (const template of templates)
    if (!distinct.some((other) => isAlike(template, other))) distinct.push(template);
  return distinct.length;
}

function isAlike(a: string, b: string): boolean {
  const [words, others] = [a.split(' '), b.split(' ')];
  return (
    words.length === others.length &&
    words.every((word, i) => {
      const other = others[i] ?? '';
      return word === other || word.includes(ANYTHING) || other.includes(ANYTHING);
    })
  );
}
