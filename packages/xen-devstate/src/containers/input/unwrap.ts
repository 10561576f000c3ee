import { closeSync, openSync, statSync } from 'node:fs';
import type { DecodeError } from '@bytewright/runtime';
import { isDecodeError } from '@bytewright/runtime';
import type { ByteSource, FoundDeviceState } from '../index.js';
import { bytesSource, extractDeviceState, findDeviceState, replaceDeviceState } from '../index.js';
import type { Place } from '../place.js';
import { placeOf, placeOfWhole } from '../place.js';
import { fileSource } from './file-source.js';

/** The container of a device state, which can be written again with another one. */
export interface Container {
  readonly kind: FoundDeviceState['kind'];
  /**
   * Writes the container with another device state in it, in pieces that are created while writing.
   *
   * @throws EncodeError if the device state does not fit
   */
  replace(state: Uint8Array, write: (pieces: Iterable<Uint8Array>) => Promise<void>): Promise<void>;
}

/** A device state from a container, or why there is none. */
export interface Unwrapped {
  readonly bytes: Uint8Array;
  readonly container: Container;
  readonly place: Place;
  readonly error: DecodeError | undefined;
}

/**
 * Extracts the device state from an image or a migration stream on disk, which is never read in full.
 *
 * @returns `undefined` if the file is neither: a device state itself, gzip data, or something else
 * @throws the error of the file system if the file cannot be read
 */
export function unwrapFile(path: string): Unwrapped | undefined {
  if (!statSync(path).isFile()) return undefined;
  const withSource = async <T>(use: (source: ByteSource) => T | Promise<T>): Promise<T> => {
    const descriptor = openSync(path, 'r');
    try {
      return await use(fileSource(descriptor));
    } finally {
      closeSync(descriptor);
    }
  };
  const descriptor = openSync(path, 'r');
  try {
    return unwrap(fileSource(descriptor), withSource);
  } finally {
    closeSync(descriptor);
  }
}

/** The same for bytes. */
export function unwrapBytes(bytes: Uint8Array): Unwrapped | undefined {
  const source = bytesSource(bytes);
  return unwrap(source, async (use) => use(source));
}

type WithSource = <T>(use: (source: ByteSource) => T | Promise<T>) => Promise<T>;

function unwrap(source: ByteSource, withSource: WithSource): Unwrapped | undefined {
  try {
    const found = findDeviceState(source, { damaged: 'what is whole' });
    if (found.kind === 'device-state') return undefined;
    const problem = found.kind === 'migration' ? found.migration.problem : undefined;
    const container: Container = {
      kind: found.kind,
      replace: async (state, write) => {
        if (problem !== undefined) throw problem;
        await withSource((again) => write(replaceDeviceState(again, found, state)));
      },
    };
    return {
      bytes: extractDeviceState(source, found),
      container,
      place: placeOf(source, found),
      error: problem,
    };
  } catch (error) {
    if (!isDecodeError(error)) throw error;
    if (error.offset === 0) return undefined; // it does not begin like any container
    const container: Container = { kind: 'device-state', replace: () => Promise.reject(error) };
    return { bytes: new Uint8Array(0), container, place: placeOfWhole(source.size), error };
  }
}
