// Finds the device states in a folder of images and streams: `NAME.mig.gz`, `NAME.mig`, `NAME.xl-save`, `NAME.xl-save.gz`, each
// beside `NAME.dev.gz`. Every section must have the header and the length of the one in the device state, and putting the
// state back must give the same file.
//
//     node --conditions=@bytewright/source --import tsx scripts/check-containers.ts FOLDER
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { bytesSource } from '../src/containers/byte-source.js';
import { extractDeviceState } from '../src/containers/extract-device-state.js';
import { findDeviceState } from '../src/containers/find-device-state.js';
import { fileSource } from '../src/containers/input/file-source.js';
import { replaceDeviceState } from '../src/containers/replace-device-state.js';
import { decodeDeviceState } from '../src/wire/codec.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Say which folder: check-containers.ts FOLDER');
  process.exit(2);
}
const unzipped = (file: string): Uint8Array => new Uint8Array(gunzipSync(readFileSync(file)));
/** What must be the same, whenever a machine was saved. */
const outline = (state: Uint8Array): string =>
  JSON.stringify(
    decodeDeviceState(state).sections.map((section) => [
      section.sectionId,
      section.idstr,
      section.instanceId,
      section.versionId,
      section.device === undefined ? section.payload.length : section.device,
    ]),
  );
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
  const kind = /\.(?:mig|xl-save)(?:\.gz)?$/.exec(name)?.[0];
  if (kind === undefined) continue;
  const file = join(folder, name);
  const descriptor = kind.endsWith('.gz') ? undefined : openSync(file, 'r');
  const source = descriptor === undefined ? bytesSource(unzipped(file)) : fileSource(descriptor);
  try {
    const found = findDeviceState(source);
    const state = extractDeviceState(source, found);
    let offset = 0;
    let isSame = true;
    for (const piece of replaceDeviceState(source, found, state)) {
      isSame &&= Buffer.compare(piece, source.read(offset, piece.length)) === 0;
      offset += piece.length;
    }
    const beside = file.replace(kind, '.dev.gz');
    const isAlike = !existsSync(beside) || outline(state) === outline(unzipped(beside));
    if (!isSame || offset !== source.size || !isAlike) process.exitCode = 1;
    console.log(
      `${name}: ${found.kind}, ${state.length} bytes, ${isAlike ? 'the sections' : 'NOT THE SECTIONS'} of the device state beside it, ${isSame ? 'put back' : 'NOT PUT BACK'}`,
    );
  } catch (error) {
    process.exitCode = 1;
    console.log(`${name}: ${String(error)}`);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
