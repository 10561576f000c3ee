import type { Elf } from '../../../examples/elf/generated/elf.js';
import { decodeElf, encodeElf, sizeOfElf } from '../../../examples/elf/generated/elf.js';
import { BY_HAND, contender, GENERATED } from '../contender.js';
import type { Work } from '../works/work.js';
import { decodeByHand } from './decode-by-hand.js';
import { encodeByHand } from './encode-by-hand.js';
import { objectFileOf } from './file.js';

/** Sections of the file, and of that on which contenders are compared and warm up. */
const SECTIONS = 8000;
const SAMPLE = 100;

/** An object file of 8,000 sections, with padding between them that a value keeps. */
export const ELF: Work = {
  name: 'elf',
  parts: [
    {
      pace: { rounds: 10, warmUps: 60, turn: 0.06, collects: false },
      subjects: async (isSmoke) => [
        {
          name: 'ELF, 8,000 sections',
          bytes: encodeByHand(objectFileOf(isSmoke ? SAMPLE : SECTIONS)),
          sample: encodeByHand(objectFileOf(SAMPLE)),
          contenders: [
            contender<Elf>(
              BY_HAND,
              { decode: decodeByHand, encode: encodeByHand },
              'decode sees to overlaps; encode checks nothing',
            ),
            contender<Elf>(GENERATED, {
              decode: (bytes) => decodeElf(bytes),
              encode: (value) => encodeElf(value),
              sizeOf: (value) => sizeOfElf(value),
            }),
          ],
        },
      ],
    },
  ],
};
