import { readHashTableHead, readHashTableRun } from '../generated/containers/hash-table.js';
import { readStorageAttributes } from '../generated/containers/storage-attributes.js';
import type { Cursor } from './cursor.js';
import type { RamFormat } from './walk-ram.js';
import { walkRam } from './walk-ram.js';

/** The size of an entry in the hash table of a POWER machine. */
const HASH_TABLE_ENTRY = 16;

/** Skips the payload of one section. */
type Walk = (cursor: Cursor, format: RamFormat, path: string) => void;

/** Sections that are sent while a machine runs, by name: they have no length, so each format must be known. */
const WALKS: ReadonlyMap<string, Walk> = new Map<string, Walk>([
  ['ram', walkRam],
  ['spapr/htab', walkHashTable],
  ['s390-storage_attributes', walkStorageAttributes],
]);

/** The function that skips the payload of a live section; `undefined` if it is unknown. */
export function liveSectionWalk(idstr: string): Walk | undefined {
  return WALKS.get(idstr);
}

/** The names of the live sections that can be skipped, for messages. */
export function liveSectionNames(): string {
  return [...WALKS.keys()].join(', ');
}

/** Source: QEMU hw/ppc/spapr.c, `htab_load`. */
function walkHashTable(cursor: Cursor, _format: RamFormat, path: string): void {
  if (cursor.read(readHashTableHead, path).sizeOrNothing !== 0) return;
  for (let index = 0; ; index++) {
    const runPath = `${path}.runs[${index}]`;
    const run = cursor.read(readHashTableRun, runPath);
    if (run.index === 0 && run.valid === 0 && run.invalid === 0) return;
    cursor.skip(run.valid * HASH_TABLE_ENTRY, `${runPath}.entries`);
  }
}

/** Source: QEMU hw/s390x/s390-stattrib.c, `cmma_load`. */
function walkStorageAttributes(cursor: Cursor, _format: RamFormat, path: string): void {
  for (let index = 0; ; index++) {
    const start = cursor.offset;
    const piecePath = `${path}.pieces[${index}]`;
    const { word, count } = cursor.read(readStorageAttributes, piecePath);
    if (word.error || [word.end, word.done, word.more].filter(Boolean).length !== 1)
      throw cursor.failure(
        'invalid-value',
        `${piecePath}.word`,
        'attributes, or their end',
        'other flags',
        start,
      );
    if (word.end) return;
    if (count !== undefined && count > BigInt(cursor.left))
      throw cursor.failure(
        'unexpected-end',
        `${piecePath}.attributes`,
        `${count} bytes`,
        `${cursor.left} bytes`,
      );
    cursor.skip(Number(count ?? 0n), `${piecePath}.attributes`);
  }
}
