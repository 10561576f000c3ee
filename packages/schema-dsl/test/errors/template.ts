/** A message without what belongs to one schema: its place, the names in its text, and numbers. */
export function templateOf(message: string, path: string, schema: string): string {
  const names = new Set(
    [...schema.matchAll(/\b(\w+):|'([^']+)'|\$\.(\w+)/g)].flatMap((match) => match.slice(1).filter(Boolean)),
  );
  const problem = message.slice(path.length);
  return problem
    .replace(/"[^"]*"/g, '"…"')
    .replace(/[\w$.-]+/g, (word) => (names.has(word) || /\d/.test(word) ? '…' : word));
}
