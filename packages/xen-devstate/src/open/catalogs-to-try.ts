import type { Catalog } from './catalog.js';
import { catalogOfLayout } from './catalog-of-layout.js';
import { CATALOG_NAMES, CATALOGS } from './catalogs.js';
import type { OpenOptions } from './open-options.js';

/** The catalogs to open a file with, in the order in which they are tried. */
export function catalogsToTry({ catalogs, layout }: OpenOptions): readonly Catalog[] {
  const named = catalogs ?? (layout === undefined ? CATALOG_NAMES : []);
  const tried: Catalog[] = named.map((one) => (typeof one === 'string' ? CATALOGS[one] : one));
  if (layout !== undefined) tried.unshift(catalogOfLayout(layout));
  return tried;
}
