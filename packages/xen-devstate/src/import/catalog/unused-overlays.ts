import type { Overlays } from '../../overlays/overlays.js';
import type { StateDescription } from '../tables/state-description.js';

/**
 * Entries of overlays that speak of descriptions or fields which are not there: those of other versions of QEMU, and those that
 * are spelled wrong.
 *
 * @returns names in order, such as `domain` for a whole description and `esp.drq_state` for a field
 */
export function unusedOverlays(
  descriptions: readonly StateDescription[],
  overlays: Overlays,
): readonly string[] {
  const fields = new Map<string, Set<string>>();
  for (const description of descriptions) {
    const known = fields.get(description.name) ?? new Set<string>();
    fields.set(description.name, known);
    const times = new Map<string, number>();
    for (const { name } of description.fields) {
      const time = (times.get(name) ?? 0) + 1;
      times.set(name, time);
      known.add(time === 1 ? name : `${name}#${time}`);
    }
  }
  return Object.entries(overlays)
    .flatMap(([name, overlay]) => {
      const known = fields.get(name);
      if (known === undefined) return [name];
      return Object.keys(overlay.fields).flatMap((field) => (known.has(field) ? [] : `${name}.${field}`));
    })
    .sort();
}
