// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { flashBlockSize } from '@bytewright/xen-devstate/machine-parameters';
import { buffer, uint8, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';

export const PflashCfi01BlkWrite = vmstate(
  'pflash_cfi01_blk_write',
  { version: 1, minimum: 1, type: 'PflashCfi01BlkWrite' },
  {
    blkBytes: buffer(flashBlockSize).wireName('blk_bytes'),
    blkOffset: uint32.wireName('blk_offset'),
  },
).source('QEMU hw/block/pflash_cfi01.c, writeblock_size');

export const PflashCfi01 = vmstate(
  'pflash_cfi01',
  { version: 1, minimum: 1, type: 'PflashCfi01' },
  {
    wcycle: uint8,
    cmd: uint8,
    status: uint8,
    counter: uint64,
  },
  {
    'pflash_cfi01_blk_write': PflashCfi01BlkWrite,
  },
);
