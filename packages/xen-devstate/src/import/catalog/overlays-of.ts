import { PREFIXES } from '../../overlays/contents.js';
import type { FieldOverlay } from '../../overlays/overlay.js';
import type { Overlays } from '../../overlays/overlays.js';
import type { StateDescription } from '../tables/state-description.js';
import { ownEntry } from './own-entry.js';

/** What is known of fields by the description that they hold. */
export type Contents = Readonly<Record<string, FieldOverlay>>;

/** What is known of each field of a description beside its table; the second field of a name is called `name#2`. */
export function overlaysOf(
  { name, fields }: StateDescription,
  { overlays, contents }: { readonly overlays: Overlays; readonly contents: Contents },
): readonly FieldOverlay[] {
  const known = ownEntry(overlays, name)?.fields ?? {};
  const times = new Map<string, number>();
  return fields.map((field) => {
    const time = (times.get(field.name) ?? 0) + 1;
    times.set(field.name, time);
    return {
      ...(PREFIXES.test(field.name) ? { name: field.name.replace(PREFIXES, '') } : {}),
      ...ownEntry(contents, field.content.description?.name ?? ''),
      ...ownEntry(known, time === 1 ? field.name : `${field.name}#${time}`),
    };
  });
}
