import type { Overlays } from '../../overlays/overlays.js';
import { SHARED_STRUCTS } from '../../overlays/shared-structs.js';
import type { StateDescription } from '../tables/state-description.js';
import { ownEntry } from './own-entry.js';

/**
 * Descriptions, and beside them the structs that no table describes, as far as overlays of these descriptions use them. What refers to
 * one that is missing is left out.
 */
export function withSharedStructs(
  descriptions: readonly StateDescription[],
  overlays: Overlays,
): readonly StateDescription[] {
  const known = new Set(descriptions.map(({ name }) => name));
  const wanted = new Set(
    [...known].flatMap((name) =>
      Object.values(ownEntry(overlays, name)?.fields ?? {}).flatMap(({ node = '' }) => namesIn(node)),
    ),
  );
  // each may use earlier ones
  for (const { name, node } of [...SHARED_STRUCTS].reverse())
    if (wanted.has(name)) for (const used of namesIn(node)) wanted.add(used);
  const shared: StateDescription[] = [];
  for (const { name, node } of SHARED_STRUCTS) {
    if (known.has(name) || !wanted.has(name) || !namesIn(node).every((used) => known.has(used))) continue;
    known.add(name);
    shared.push({
      ...{ address: 0, name, version: 0, minimum: 0, fields: [], subsections: [] },
      ...{ isDevice: false, node },
    });
  }
  return [...descriptions, ...shared];
}

/** The descriptions that code of an overlay refers to. */
function namesIn(node: string): readonly string[] {
  return [...node.matchAll(/@\{([^}]*)\}/g)].map(([, name = '']) => name);
}
