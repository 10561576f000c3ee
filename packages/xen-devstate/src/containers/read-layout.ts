import { decodeFailure } from '@bytewright/runtime/codec';
import type { Layout } from '../vmdescription/layout.js';
import { layoutOf } from '../vmdescription/layout.js';
import type { ByteSource } from './byte-source.js';
import { findVmDescription } from './find-vm-description.js';
import { startsLikeDeviceState } from './starts-like-device-state.js';

/**
 * The layout that a file has: a migration stream, of which the description at the end is read and nothing else, or the JSON of
 * such a description by itself.
 *
 * @throws DecodeError `no-boundary` for a stream without a description, such as a device state, or one of a machine type before
 *   2.3; DocumentError for JSON of another form, and for other text; the errors of the file system where the source is a file
 * @example
 * const layout = readLayout(fileSource(openSync('same-machine.mig')));
 */
export function readLayout(source: ByteSource): Layout {
  const description = findVmDescription(source);
  if (description !== undefined) return layoutOf(source.read(description.offset, description.length));
  if (!startsLikeDeviceState(source, { offset: 0, length: source.size }))
    return layoutOf(source.read(0, Math.min(source.size, MOST_OF_A_FILE)));
  throw decodeFailure(
    'no-boundary',
    source.size,
    '',
    'a migration stream that ends with a VMDESCRIPTION',
    'one without',
  );
}

/** More than a layout is made of: what is larger is refused by its size. */
const MOST_OF_A_FILE = 2 ** 24 + 1;
