import type { Overlays } from '../../overlays/overlays.js';
import { readDescription } from '../../vmdescription/read-description.js';
import { PRINTED } from '../catalog/catalog-folder.js';
import type { BaseCatalog } from '../catalog/place-modules.js';
import { printCatalog } from '../catalog/print-catalog.js';
import { unusedOverlays } from '../catalog/unused-overlays.js';
import type { ImportedCatalog } from '../import-catalog.js';
import { inferDescriptions } from './infer-descriptions.js';

/** What a catalog is inferred from. */
export interface CapturedSources {
  /** The JSON of VMDESCRIPTIONs, of machines of one QEMU. */
  readonly captures: readonly string[];
  readonly title: string;
  readonly bases?: readonly BaseCatalog[];
  /** What is known beside them. */
  readonly overlays?: Overlays;
}

/**
 * Makes a catalog of schemas from what migration streams of one QEMU say of themselves, where no binary is to be had. It knows
 * the devices, subsections and fields that were in these streams, and no others; see `inferDescriptions`. Overlays of this
 * package are not used: they go by what tables say.
 *
 * @throws DocumentError for anything but a VMDESCRIPTION; ImportError for captures that contradict one another all over
 */
export function inferCatalog({
  captures,
  title,
  bases = [],
  overlays = {},
}: CapturedSources): ImportedCatalog {
  const descriptions = inferDescriptions(captures.map(readDescription));
  const number = captures.length === 1 ? 'one capture' : `${captures.length} captures`;
  const head = [
    `${PRINTED}from the VMDESCRIPTION of ${number}. Edit an overlay instead.`,
    '// All of it is inferred: sizes and counts are those that were seen, versions those that were written, subsections and',
    '// fields those that were there. What differed from place to place is left open; numbers equal by chance are not links.',
    '',
  ].join('\n');
  return {
    ...printCatalog(descriptions, { title, bases, overlays, contents: {}, head }),
    descriptions: descriptions.length,
    unusedOverlays: unusedOverlays(descriptions, overlays),
  };
}
