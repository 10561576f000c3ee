import { printable, withReason } from '@bytewright/cli';
import type { InflatedInput } from '../containers/input/inflate.js';
import { readInput } from '../containers/input/read-input.js';
import type { Container } from '../containers/input/unwrap.js';
import { unwrapBytes, unwrapFile } from '../containers/input/unwrap.js';
import type { Place } from '../containers/place.js';
import { placeOfWhole } from '../containers/place.js';
import type { Host } from './host.js';

/** The name that stands for stdin and stdout. */
export const STANDARD_STREAM = '-';

/** A device state, and the file around it. */
export interface LoadedDeviceState extends InflatedInput {
  /** The saved image or migration stream around it, if there is one. */
  readonly container: Container | undefined;
  /** Where it is in the inflated file. */
  readonly place: Place;
}

/**
 * Reads the device state from a file, or from stdin for `-`: the file itself, which may be gzip'd, or the state inside an
 * image of `xl save` or xenopsd, or a migration stream. An image on disk is not read in full, so the limit does not apply.
 *
 * @throws CommandError if it cannot be read
 */
export async function loadDeviceState(file: string, limit: number, host: Host): Promise<LoadedDeviceState> {
  if (file !== STANDARD_STREAM) {
    const found = await withReason(`cannot read ${nameOf(file)}`, async () => unwrapFile(file));
    if (found !== undefined) return { ...found, gzip: false, members: 0 };
  }
  const input = await load(file, limit, host);
  const found = input.error === undefined ? unwrapBytes(input.bytes) : undefined;
  if (found !== undefined) return { ...input, ...found };
  return { ...input, container: undefined, place: placeOfWhole(input.bytes.length) };
}

/** Reads a file, or stdin for `-`, and inflates it if it is gzip'd. @throws CommandError if it cannot be read */
export function load(file: string, limit: number, { stdin }: Host): Promise<InflatedInput> {
  const source = file === STANDARD_STREAM ? stdin : file;
  return withReason(`cannot read ${nameOf(file)}`, () => readInput(source, { limit }));
}

/** The name of a file in messages. */
export function nameOf(file: string): string {
  return file === STANDARD_STREAM ? 'standard input' : printable(file);
}
