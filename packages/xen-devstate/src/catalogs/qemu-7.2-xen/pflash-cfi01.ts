import { buffer, hole, uint32, uint64, uint8, vmstate } from '../../vmstate/index.js';

export const PflashCfi01BlkWrite = vmstate(
  'pflash_cfi01_blk_write',
  { version: 1, minimum: 1, type: 'PflashCfi01BlkWrite' },
  {
    blkBytes: buffer(hole('pflash_cfi01_blk_write.blkBytes', 'u32be')).wireName('blk_bytes'),
    blkOffset: uint32.wireName('blk_offset'),
  },
);

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
