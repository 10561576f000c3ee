import type { Layout } from '../vmdescription/layout.js';
import type { Catalog } from './catalog.js';
import { catalogOf } from './catalog-of.js';

/** The name of a layout as a catalog. */
export const LAYOUT = 'layout';

const made = new WeakMap<Layout, Catalog>();

/** A catalog for the payloads of one machine, as described by its layout; the same object each time. */
export function catalogOfLayout(layout: Layout): Catalog {
  const known = made.get(layout);
  if (known !== undefined) return known;
  const title = 'the description of this machine';
  const catalog = catalogOf({ name: LAYOUT, title, devices: layout.devices(), decodedBy: 'description' });
  made.set(layout, catalog);
  return catalog;
}
