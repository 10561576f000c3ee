import { isDecodeError } from '@bytewright/runtime';
import { describe, expect, test } from 'vitest';
import type { Catalog } from '../../src/open/catalog.js';
import { CATALOGS } from '../../src/open/catalogs.js';
import { mismatchScore } from '../../src/open/mismatch-score.js';
import { openBy, openDeviceState } from '../../src/open/open-device-state.js';
import { openFile } from '../../src/open/opened-file.js';
import { capture, someCaptures } from '../captures.js';

const ALL: readonly Catalog[] = Object.values(CATALOGS);

/** The catalogs, each of which records that it decodes. */
function watched(): {
  readonly catalogs: readonly Catalog[];
  readonly decoded: string[];
} {
  const decoded: string[] = [];
  const watching = ALL.map((catalog) => ({
    ...catalog,
    decode: (...args: Parameters<Catalog['decode']>) => {
      decoded.push(catalog.name);
      return catalog.decode(...args);
    },
  }));
  return { catalogs: watching, decoded };
}

describe('decodes a file only once if its sections show which catalog to use', () => {
  test.each([
    ['qemu-7.2/pc-i440fx-2.3-default.dev.gz', ['qemu-7.2']],
    ['qemu-7.2/q35-iommu-nics.dev.gz', ['qemu-7.2']],
    ['qemu-10.0/pc-scsi-hbas.dev.gz', ['qemu-10.0']],
    ['qemu-11.1/pc-scsi-hbas.dev.gz', ['qemu-11.1']],
    ['qemu-7.2/none.dev.gz', ['qemu-11.1']],
  ])('%s', async (file, expected) => {
    const { catalogs, decoded } = watched();
    const { opened } = await openFile(capture(file).bytes, { catalogs });
    expect(decoded).toEqual(expected);
    expect(opened.catalog).toBe(expected[0]);
  });
});

/** The definition of opening a file: tries all catalogs in turn, and takes the first of those that match best. */
function byAllInTurn(bytes: Uint8Array, catalogs: readonly Catalog[]): string | undefined {
  const fits = catalogs.flatMap((codec) => {
    try {
      return [{ name: codec.name, mismatch: mismatchScore(openBy(codec, bytes)) }];
    } catch (error) {
      if (isDecodeError(error)) return [];
      throw error;
    }
  });
  const least = Math.min(...fits.map(({ mismatch }) => mismatch));
  return fits.find(({ mismatch }) => mismatch === least)?.name;
}

test.each(someCaptures)('opens $file with the catalog found by trying all of them', ({ bytes }) => {
  for (const catalogs of [ALL, [...ALL].reverse()])
    expect(openDeviceState(bytes, { catalogs }).catalog).toBe(byAllInTurn(bytes, catalogs));
});
