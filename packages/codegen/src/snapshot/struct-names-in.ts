/**
 * Names of the structs that a part of a representation speaks of, in the order in which it does. Each part is looked at once, whatever
 * a reading makes of it, so that it takes no longer for data that was made to take long.
 */
export function structNamesIn(part: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof part !== 'object' || part === null) return found;
  const { kind, name, struct } = part as { kind?: unknown; name?: unknown; struct?: unknown }; // unknown, each of them
  if (kind === 'struct' && typeof name === 'string') found.add(name);
  if (kind === 'virtual' && typeof struct === 'string') found.add(struct);
  for (const member of Object.values(part)) structNamesIn(member, found);
  return found;
}
