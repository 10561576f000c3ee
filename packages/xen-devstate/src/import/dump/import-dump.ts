import type { Overlays } from '../../overlays/overlays.js';
import type { JsonMembers } from '../../vmdescription/json-members.js';
import { PRINTED } from '../catalog/catalog-folder.js';
import type { BaseCatalog } from '../catalog/place-modules.js';
import { printCatalog } from '../catalog/print-catalog.js';
import { unusedOverlays } from '../catalog/unused-overlays.js';
import type { ImportedCatalog } from '../import-catalog.js';
import { dumpDescriptions } from './dump-descriptions.js';

/** What a dump does not say, in lines. */
export const DUMP_LACKS: readonly string[] = [
  'No types: a field is taken for bytes of the size that it has in memory. For a number that is its size in the file as',
  'well; for a pointer, and for an array whose count is not said (before QEMU 10.0), it is not. No conditions. No devices',
  "outside of QEMU's object model, such as timer, cpu_common, apic, slirp and PCIBUS. A device that is wrong is kept verbatim.",
];

/** What a catalog is made from that a dump describes. */
export interface DumpSources {
  readonly dump: JsonMembers;
  readonly title: string;
  readonly bases?: readonly BaseCatalog[];
  /** What is known beside it. */
  readonly overlays?: Overlays;
}

/**
 * Makes a catalog of schemas from what `qemu-system-… -dump-vmstate FILE` writes; see `dumpDescriptions` for what that is worth.
 *
 * @throws DocumentError for anything but a dump
 */
export function importDump({ dump, title, bases = [], overlays = {} }: DumpSources): ImportedCatalog {
  const descriptions = dumpDescriptions(dump);
  const head = [
    `${PRINTED}from what -dump-vmstate says. Edit an overlay instead.`,
    ...DUMP_LACKS.map((line) => `// ${line}`),
    '',
  ].join('\n');
  return {
    ...printCatalog(descriptions, { title, bases, overlays, contents: {}, head }),
    descriptions: descriptions.length,
    unusedOverlays: unusedOverlays(descriptions, overlays),
  };
}
