import { closeSync, openSync, statSync } from 'node:fs';
import type { DecodeError } from '@bytewright/runtime';
import { isDecodeError } from '@bytewright/runtime';
import type { ByteSource, FoundDeviceState } from '../index.js';
import { bytesSource, extractDeviceState, findDeviceState, replaceDeviceState } from '../index.js';
import type { Place } from '../place.js';
import { placeOf, placeOfWhole } from '../place.js';
import { fileSource } from './file-source.js';

/** What a device state was found in, to be written again with another one. */
export interface Container {
  readonly kind: FoundDeviceState['kind'];
  /**
   * The container with another device state in it, in pieces that are made while they are written.
   *
   * @throws EncodeError for a device state that does not fit
   */
  replace(state: Uint8Array, write: (pieces: Iterable<Uint8Array>) => Promise<void>): Promise<void>;
}

/** A device state out of a container, or why there is none. */
export interface Unwrapped {
  readonly bytes: Uint8Array;
  readonly container: Container;
  readonly place: Place;
  readonly error: DecodeError | undefined;
}

/**
 * The device state in an image or a migration stream on disk, which is never read whole.
 *
 * @returns `undefined` for a file that is none of these: a device state itself, gzip data, or something else
 * @throws the error of the file system where the file cannot be read
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

/** The same of bytes. */
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
    if (error.offset === 0) return undefined; // it does not begin like any
    const container: Container = { kind: 'device-state', replace: () => Promise.reject(error) };
    return { bytes: new Uint8Array(0), container, place: placeOfWhole(source.size), error };
  }
}
