import { isDecodeError } from '@bytewright/runtime';
import type { Catalog } from './catalog.js';
import { CATALOGS } from './catalogs.js';
import { isRegisteredOtherwise, mismatchScore, namesIn } from './mismatch-score.js';
import { openBy } from './open-device-state.js';
import type { OpenedWith } from './opened-with.js';

/**
 * Which QEMU wrote a file, as far as that can be told: no file says it.
 *
 * - `asked`: nobody guessed, a catalog was asked for
 * - `only`: no catalog of another version understands as many sections
 * - `order`: others do, but their QEMU writes the sections in another order
 * - `several`: others do, in the same order; the first that is tried was taken
 */
export type Certainty = 'asked' | 'only' | 'order' | 'several';

/** The version that a file is decoded as, and how sure it is that one of that version wrote it. */
export interface WrittenBy {
  /** The catalog's name. */
  readonly catalog: string;
  readonly title: string;
  readonly certainty: Certainty;
  /** Names of catalogs of other versions that fit as well. */
  readonly alike: readonly string[];
  /** Whether the sections stand in an order in which that version never writes them, so that another one wrote the file. */
  readonly isOtherVersion: boolean;
}

/**
 * How sure it is that the QEMU whose catalog reads a file wrote it: the other catalogs are tried on it.
 *
 * @param asked the catalogs that somebody asked for; all of this package's are tried if nobody did
 * @example
 * const opened = openDeviceState(bytes);
 * writtenBy(opened, bytes); // { catalog: 'qemu-11.1', certainty: 'several', alike: ['qemu-10.0'], … }
 */
export function writtenBy(
  opened: OpenedWith,
  bytes: Uint8Array,
  asked?: readonly (string | Catalog)[],
): WrittenBy {
  const { codec, report } = opened;
  const isOtherVersion = isRegisteredOtherwise(codec, namesIn(report));
  const said = { catalog: codec.name, title: codec.title, isOtherVersion };
  if (asked !== undefined || !(codec.name in CATALOGS)) return { ...said, certainty: 'asked', alike: [] };
  const score = mismatchScore(opened);
  const rivals = Object.values(CATALOGS).flatMap((other: Catalog) => {
    if (versionOf(other.name) === versionOf(codec.name)) return [];
    const rival = scoreBy(other, bytes);
    // half a point is the order
    return rival !== undefined && Math.floor(rival) <= Math.floor(score)
      ? [{ name: other.name, isAlike: rival <= score }]
      : [];
  });
  const alike = rivals.filter(({ isAlike }) => isAlike).map(({ name }) => name);
  const certainty = alike.length > 0 ? 'several' : rivals.length > 0 ? 'order' : 'only';
  return { ...said, certainty, alike };
}

/** The version of QEMU that a catalog of this package is of: `11.1` of `qemu-11.1-xen`. */
export function versionOf(catalog: string): string | undefined {
  return /^qemu-([0-9]+\.[0-9]+)/.exec(catalog)?.[1];
}

function scoreBy(codec: Catalog, bytes: Uint8Array): number | undefined {
  try {
    return mismatchScore(openBy(codec, bytes));
  } catch (error) {
    if (isDecodeError(error)) return undefined;
    throw error;
  }
}
