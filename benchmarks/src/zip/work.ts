import type { Zip } from '../../../examples/zip/generated/zip.js';
import { decodeZip, encodeZip, sizeOfZip } from '../../../examples/zip/generated/zip.js';
import { BY_HAND, contender, GENERATED } from '../contender.js';
import type { Work } from '../works/work.js';
import { archiveOf } from './archive.js';
import { decodeByHand } from './decode-by-hand.js';
import { encodeByHand } from './encode-by-hand.js';

/** Files of the archive, and of that on which contenders are compared and warm up. */
const FILES = 32_000;
const SAMPLE = 100;

/** An archive of many small files. */
export const ZIP: Work = {
  name: 'zip',
  parts: [
    {
      pace: { rounds: 10, warmUps: 60, turn: 0.06, collects: false },
      subjects: async (isSmoke) => [
        {
          name: 'ZIP, 32,000 entries',
          bytes: encodeByHand(archiveOf(isSmoke ? SAMPLE : FILES)),
          sample: encodeByHand(archiveOf(SAMPLE)),
          contenders: [
            contender<Zip>(
              BY_HAND,
              { decode: decodeByHand, encode: encodeByHand },
              'decode checks sums and overlaps, and knows one kind of extra field; encode checks nothing',
            ),
            contender<Zip>(GENERATED, {
              decode: (bytes) => decodeZip(bytes),
              encode: (value) => encodeZip(value),
              sizeOf: (value) => sizeOfZip(value),
            }),
          ],
        },
      ],
    },
  ],
};
