import { struct, u16be, u32be } from '@bytewright/schema-dsl';

/**
 * The start of a `spapr/htab` section of a POWER machine: 0 if entries of the hash table follow; otherwise none follow, and it
 * is the size of the table, or -1 if there is no table.
 *
 * Source: QEMU hw/ppc/spapr.c, `htab_load`.
 */
export const HashTableHead = struct('HashTableHead', { sizeOrNothing: u32be }).source(
  'QEMU hw/ppc/spapr.c, htab_load',
);

/**
 * The header of a run of hash-table entries. It is followed by 16 bytes for each valid one; all zeros mark the end.
 *
 * `00000400 0002 0010` and 32 bytes: entries 0x400 and 0x401, followed by 16 invalid ones.
 * Source: QEMU hw/ppc/spapr.c, `htab_save_chunk`.
 */
export const HashTableRun = struct('HashTableRun', { index: u32be, valid: u16be, invalid: u16be }).source(
  'QEMU hw/ppc/spapr.c, htab_save_chunk',
);
