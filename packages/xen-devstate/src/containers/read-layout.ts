import { decodeFailure } from '@bytewright/runtime/codec';
import type { Layout } from '../vmdescription/layout.js';
import { layoutOf } from '../vmdescription/layout.js';
import type { ByteSource } from './byte-source.js';
import { findVmDescription } from './find-vm-description.js';
import { startsLikeDeviceState } from './starts-like-device-state.js';

/**
 * Reads the layout in a file: a migration stream, of which only the description at the end is read, or the JSON of such a
 * description.
 *
 * @throws DecodeError `no-boundary` for a stream without a description, such as a device state, or one from a machine type
 *   before 2.3; DocumentError for JSON of another form, and for other text; errors of the file system if the source is a file
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
    'a stream without one',
  );
}

/** No layout is larger than this: anything larger is refused by its size. */
const MOST_OF_A_FILE = 2 ** 24 + 1;
