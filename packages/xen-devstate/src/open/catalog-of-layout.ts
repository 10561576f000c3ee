import type { Layout } from '../vmdescription/layout.js';
import type { Catalog } from './catalog.js';
import { catalogOf } from './catalog-of.js';

/** What a layout is called as a catalog. */
export const LAYOUT = 'layout';

const made = new WeakMap<Layout, Catalog>();

/** The payloads of one machine, as its layout describes them; the same object each time. */
export function catalogOfLayout(layout: Layout): Catalog {
  const known = made.get(layout);
  if (known !== undefined) return known;
  const title = 'the description of this machine';
  const catalog = catalogOf({ name: LAYOUT, title, devices: layout.devices(), decodedBy: 'description' });
  made.set(layout, catalog);
  return catalog;
}
