import type { AnyDeviceState } from '../schema/device-state-of.js';
import type { CatalogName } from './catalogs.js';
import { CATALOGS } from './catalogs.js';

/**
 * The bytes of a value that a catalog gave, or that was edited since.
 *
 * @throws EncodeError with the path of what cannot be encoded
 */
export function encodeWith(catalog: CatalogName, value: AnyDeviceState): Uint8Array {
  // the encoder checks all of what it is given
  const encode = CATALOGS[catalog].encode as (value: AnyDeviceState) => Uint8Array;
  return encode(value);
}
