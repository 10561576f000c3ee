import type { Png } from '../../../examples/png/generated/png.js';
import { decodePng, encodePng, sizeOfPng } from '../../../examples/png/generated/png.js';
import { BY_HAND, contender, GENERATED } from '../contender.js';
import type { Work } from '../works/work.js';
import { decodeByHand } from './decode-by-hand.js';
import { encodeByHand } from './encode-by-hand.js';
import { imageOf } from './image.js';
import { kaitaiPng } from './peers.js';

/** Chunks of image data of the file, and of that on which contenders are compared and warm up. */
const CHUNKS = 1000;
const SAMPLE = 10;

/** An image of 8 MB in a thousand chunks, as encoders write them. */
export const PNG: Work = {
  name: 'png',
  parts: [
    {
      pace: { rounds: 10, warmUps: 60, turn: 0.06, collects: false },
      subjects: async (isSmoke) => [
        {
          name: 'PNG, 8 MB',
          bytes: encodeByHand(imageOf(isSmoke ? SAMPLE : CHUNKS)),
          sample: encodeByHand(imageOf(SAMPLE)),
          contenders: [
            contender<Png>(
              BY_HAND,
              { decode: decodeByHand, encode: encodeByHand },
              "sums by the platform's function from 64 bytes on; encode checks nothing",
            ),
            contender<Png>(GENERATED, {
              decode: (bytes) => decodePng(bytes),
              encode: (value) => encodePng(value),
              sizeOf: (value) => sizeOfPng(value),
            }),
            contender(
              'kaitai-struct',
              await kaitaiPng(),
              'decodes only; checks no sums; bytes are views; enumerations stay numbers',
            ),
          ],
        },
      ],
    },
  ],
};
