import type { WireDescription } from './wire-description.js';

/** Subsections of a description, and then those of the structs in it. */
export function subsectionsIn(
  description: WireDescription,
  found: Map<string, WireDescription> = new Map(),
  seen: Set<WireDescription> = new Set(),
): ReadonlyMap<string, WireDescription> {
  if (seen.has(description)) return found;
  seen.add(description);
  for (const part of description.subsections) if (!found.has(part.name)) found.set(part.name, part);
  for (const { content } of description.fields)
    if (content !== undefined) subsectionsIn(content, found, seen);
  return found;
}
