import type { DecodeErrorDetails, DecodeOptions, EncodeErrorDetails } from '@bytewright/runtime';
import { DecodeError, isDecodeError, isEncodeError } from '@bytewright/runtime';
import { describe } from '@bytewright/runtime/codec';
import { openDeviceState } from '../../open/open-device-state.js';
import type { OpenOptions } from '../../open/open-options.js';
import type { DeviceState } from '../../wire/codec.js';
import type { AnyDeviceState } from '../../wire/device-state-of.js';
import { firstDifference } from './first-difference.js';
import { pathAt } from './path-at.js';

/** Whether a file round-trips. The counts are 0 for a file that cannot be decoded. */
export interface Verification {
  readonly byteExact: boolean;
  readonly sections: number;
  /** The number of sections whose payload is described by a schema. */
  readonly decoded: number;
  /** The number of sections whose payload is kept as bytes. */
  readonly verbatim: number;
  /** The number of bytes after the sections that the file's codec reads. */
  readonly trailing: number;
  /** The first difference, or why there is nothing to compare. */
  readonly error: DecodeErrorDetails | EncodeErrorDetails | null;
  /** The error on one line. */
  readonly message: string | null;
}

/** The two directions of a codec for device-state files. */
export interface DeviceStateCodec {
  readonly decode: (bytes: Uint8Array, options?: DecodeOptions) => DeviceState;
  readonly encode: (value: DeviceState) => Uint8Array;
}

/**
 * Opens a file, encodes its value, and compares the bytes.
 *
 * @param codec - a codec to verify instead of that of the catalog that matches the file
 * @example `verifyDeviceState(bytes)` is `{ byteExact: true, sections: 26, decoded: 0, verbatim: 26, trailing: 0, error: null … }`
 */
export function verifyDeviceState(
  bytes: Uint8Array,
  options: OpenOptions = {},
  codec?: DeviceStateCodec,
): Verification {
  const { catalogs: _, layout: __, ...decodeOptions } = options;
  let counts = { sections: 0, decoded: 0, verbatim: 0, trailing: 0 };
  try {
    const { value, encode } =
      codec === undefined ? openedBy(bytes, options) : decodedBy(codec, bytes, decodeOptions);
    counts = countSections(value);
    const again = encode();
    const offset = firstDifference(bytes, again);
    if (offset === undefined) return { byteExact: true, ...counts, error: null, message: null };
    throw new DecodeError({
      code: 'mismatch',
      offset,
      path: pathAt(bytes, offset, decodeOptions),
      expected: `${byteAt(bytes, offset)}, as in the file`,
      found: `${byteAt(again, offset)} after encoding`,
    });
  } catch (error) {
    if (!isDecodeError(error) && !isEncodeError(error)) throw error;
    return { byteExact: false, ...counts, error: error.toJSON(), message: error.message };
  }
}

/** A value, and a function that encodes it. */
interface Decoded {
  readonly value: AnyDeviceState;
  readonly encode: () => Uint8Array;
}

function openedBy(bytes: Uint8Array, options: OpenOptions): Decoded {
  const { codec, value } = openDeviceState(bytes, options);
  return { value, encode: () => codec.encode(value) };
}

function decodedBy(codec: DeviceStateCodec, bytes: Uint8Array, options: DecodeOptions): Decoded {
  const value = codec.decode(bytes, options);
  return { value, encode: () => codec.encode(value) };
}

function countSections(
  value: AnyDeviceState,
): Pick<Verification, 'sections' | 'decoded' | 'verbatim' | 'trailing'> {
  const sections = value.sections.length;
  const verbatim = value.sections.filter(({ device }) => device === undefined).length;
  return { sections, decoded: sections - verbatim, verbatim, trailing: value.trailing.length };
}

function byteAt(bytes: Uint8Array, offset: number): string {
  const byte = bytes[offset];
  return byte === undefined ? 'the end' : describe(byte);
}
