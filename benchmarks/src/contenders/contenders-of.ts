import type { DeviceState } from '@bytewright/xen-devstate/qemu-7.2';
import { decodeDeviceState, encodeDeviceState } from '@bytewright/xen-devstate/qemu-7.2';
import type { MeasuredFile } from '../files.js';
import { binaryParserOf } from './binary-parser/device-state.js';
import type { Contender } from './contender.js';
import type { DeviceState as HandMade } from './limit/device-state.js';
import { decodeByHand, encodeByHand } from './limit/device-state.js';
import type { KeyChecks } from './without-key-checks.js';

/** What all others are compared with. */
export const LIMIT = 'by hand';
/** Our own. */
export const OURS = 'generated';
/** The library that is built from our schemas too. */
export const BINARY_PARSER = 'binary-parser';

const itself = (value: unknown): unknown => value;

/** All contenders for a file; values that are encoded are what {@link OURS} decodes. */
export function contendersOf(
  { bytes, facts }: MeasuredFile,
  { withChecks, withoutChecks }: KeyChecks,
): readonly Contender[] {
  const parser = binaryParserOf(decodeDeviceState(bytes), facts);
  return [
    {
      name: LIMIT,
      decode: decodeByHand,
      encode: (value) => encodeByHand(value as HandMade), // equal to what it decodes, which is checked first
      normalise: itself,
    },
    {
      name: OURS,
      decode: (input) => decodeDeviceState(input),
      encode: (value) => encodeDeviceState(value as DeviceState), // what it decoded
      normalise: itself,
    },
    {
      name: 'generated, bundled',
      decode: undefined,
      encode: (value) => withChecks(value as DeviceState),
      normalise: itself,
    },
    {
      name: 'generated, bundled, keys unchecked',
      decode: undefined,
      encode: (value) => withoutChecks(value as DeviceState),
      normalise: itself,
    },
    {
      name: BINARY_PARSER,
      decode: (input) => parser.parse(input),
      encode: undefined,
      normalise: (value) => parser.normalise(value),
    },
  ];
}
