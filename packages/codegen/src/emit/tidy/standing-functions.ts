import type { RuntimeName } from '../runtime-names.js';

/** Functions of the runtime that leave the input or the output where it stands. */
export const STANDING_FUNCTIONS: ReadonlySet<string> = new Set<RuntimeName>([
  'decide',
  'enterStruct',
  'leaveStruct',
  'noteReach',
  'startList',
  'takeBytes',
  'takeElements',
  'takeEmptyElements',
  'takeFilling',
  'takeScan',
  'takeText',
  'writeBytes',
  'writeEmptyElements',
  'writeFill',
  'writeFilling',
  'writeFixedBytes',
  'writeNumberArray',
  'writePaddedVarint',
  'writeTerminator',
  'writeText',
  'writeVarint',
]);
