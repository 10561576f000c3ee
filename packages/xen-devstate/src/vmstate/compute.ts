import type { Expr } from '@bytewright/schema-dsl';
import { computed, external } from '@bytewright/schema-dsl';
import type { MemoryCheck, PciCapabilities } from '../functions/index.js';
import {
  bytesOfBits,
  countMsixVectors,
  offersGuestOffloads,
  otherQueuePairs,
  scsiTransfer,
  wordsOfBits,
  wordsOfMemory,
} from '../functions/index.js';

// Functions that schemas use to compute values from fields. Generated code imports them from the module given here.

const FUNCTIONS = '@bytewright/xen-devstate/functions';

const named = <V>(name: string, compute: (value: V) => number): ((of: Expr<V>) => Expr<number>) => {
  const known = external({ module: FUNCTIONS, export: name }, compute);
  return (of) => computed(known, of);
};

/** See {@link countMsixVectors}. */
export const msixVectorsIn: (config: Expr<PciCapabilities | undefined>) => Expr<number> = named(
  'countMsixVectors',
  countMsixVectors,
);
/** See {@link bytesOfBits}. */
export const bytesFor: (bits: Expr<number>) => Expr<number> = named('bytesOfBits', bytesOfBits);
/** See {@link wordsOfBits}. */
export const wordsFor: (bits: Expr<number>) => Expr<number> = named('wordsOfBits', wordsOfBits);
/** See {@link otherQueuePairs}. */
export const otherPairs: (pairs: Expr<number | undefined>) => Expr<number> = named(
  'otherQueuePairs',
  otherQueuePairs,
);
/** See {@link offersGuestOffloads}. */
export const guestOffloadsIn: (features: Expr<number>) => Expr<number> = named(
  'offersGuestOffloads',
  offersGuestOffloads,
);
/** See {@link scsiTransfer}. */
export const transferOf: (command: Expr<Uint8Array>) => Expr<number> = named('scsiTransfer', scsiTransfer);
/** See {@link wordsOfMemory}. */
export const memoryWordsIn: (check: Expr<MemoryCheck | undefined>) => Expr<number> = named(
  'wordsOfMemory',
  wordsOfMemory,
);
