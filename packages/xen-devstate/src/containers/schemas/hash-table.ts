import { struct, u16be, u32be } from '@bytewright/schema-dsl';

/**
 * What a `spapr/htab` section of a POWER machine begins with: 0 where entries of the hash table follow, anything else where
 * nothing does: its size in front of them, or -1 where there is no such table.
 *
 * Source: QEMU hw/ppc/spapr.c, `htab_load`.
 */
export const HashTableHead = struct('HashTableHead', { sizeOrNothing: u32be }).source(
  'QEMU hw/ppc/spapr.c, htab_load',
);

/**
 * What stands in front of entries of the hash table. Behind it are 16 bytes for each valid one; zeros throughout are the end.
 *
 * `00000400 0002 0010` and 32 bytes: entries 0x400 and 0x401, and that 16 behind them are not valid.
 * Source: QEMU hw/ppc/spapr.c, `htab_save_chunk`.
 */
export const HashTableRun = struct('HashTableRun', { index: u32be, valid: u16be, invalid: u16be }).source(
  'QEMU hw/ppc/spapr.c, htab_save_chunk',
);
