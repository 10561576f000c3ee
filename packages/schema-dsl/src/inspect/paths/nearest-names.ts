/** The maximum number of names considered: a file may contain very many. */
const MOST_NAMES = 2048;
/** The maximum number of names in a message. */
const LISTED = 6;

/**
 * The names most similar to one that was not found, for messages: the closest first.
 *
 * @example `nearestNames('cmosdata', ['period', 'cmosData'])` is `cmosData, period`
 */
export function nearestNames(wanted: string, names: Iterable<string>): string {
  const unique = [...new Set(names)];
  const ranked = unique
    .slice(0, MOST_NAMES)
    .map((name, order) => ({ name, order, distance: distance(fold(wanted), fold(name)) }))
    .sort((a, b) => a.distance - b.distance || a.order - b.order);
  const shown = ranked.slice(0, LISTED).map(({ name }) => name);
  return `${shown.join(', ')}${unique.length > LISTED ? `, and ${unique.length - LISTED} more` : ''}`;
}

const fold = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 64);

/** The edit distance between two words; a name that contains the word counts as close. */
function distance(from: string, to: string): number {
  if (from !== '' && to.includes(from)) return 1;
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = from[i - 1] === to[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
