export { bytesOfBits } from './bytes-of-bits.js';
export type { PciCapabilities } from './count-msix-vectors.js';
export { countMsixVectors } from './count-msix-vectors.js';
export { offersGuestOffloads } from './offers-guest-offloads.js';
export { otherQueuePairs } from './other-queue-pairs.js';
export { FROM_DISK, NO_TRANSFER, scsiTransfer, TO_DISK } from './scsi-transfer.js';
export { wordsOfBits } from './words-of-bits.js';
export type { MemoryCheck } from './words-of-memory.js';
export { wordsOfMemory } from './words-of-memory.js';
