import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { ROOT } from '../lib/workspace.mjs';
import { StepError } from './report.mjs';

const DEVICE_STATE = join(ROOT, 'packages/xen-devstate/test/fixtures/qemu-7.2/pc-default-b3.dev.gz');

/**
 * Bundles code for browsers, and runs it where there is nothing of Node.
 *
 * @param {import('./report.mjs').Report} report where steps are told
 * @param {string} author a project with generated code
 * @param {string} reader a project with the codecs of devices
 * @param {import('./readme-example.mjs').ReadmeExample} example what was generated
 */
export async function tryBundles(report, author, reader, example) {
  const doors = [
    ...[
      '@bytewright/runtime',
      '@bytewright/schema-dsl',
      '@bytewright/schema-dsl/ir',
      '@bytewright/schema-dsl/diff',
    ].map((door) => /** @type {const} */ ([author, door])),
    ...[
      '@bytewright/xen-devstate',
      '@bytewright/xen-devstate/doctor',
      '@bytewright/xen-devstate/devices/mc146818rtc',
    ].map((door) => /** @type {const} */ ([reader, door])),
  ];
  for (const [folder, door] of doors) {
    await report.step(`esbuild, for browsers: ${door}`, () =>
      evaluate(
        folder,
        `export * from '${door}'; import * as all from '${door}'; export const size = Object.keys(all).length;`,
      ),
    );
  }
  await report.step('esbuild, for browsers: the codec of the README, run without Node', async () => {
    const { bytes, message } = await evaluate(
      author,
      `import { decodeSensorLog } from './generated/sensor-log.js';
import { bytes as encoded } from './bytes.js';
export const bytes = Array.from(encoded, (byte) => byte.toString(16).padStart(2, '0')).join('');
export let message;
decodeSensorLog(encoded);
try { decodeSensorLog(encoded.subarray(0, 15)); } catch (error) { message = error.message; }`,
    );
    if (bytes !== example.bytes || message !== example.message) {
      throw new StepError(`expected ${example.bytes}, ${example.message}; found ${bytes}, ${message}`);
    }
  });
  await report.step('esbuild, for browsers: a device state, opened without Node', async () => {
    const file = gunzipSync(readFileSync(DEVICE_STATE));
    const { same } = await evaluate(
      reader,
      `import { openDeviceState } from '@bytewright/xen-devstate';
const file = Uint8Array.from(FILE);
const { value, codec } = openDeviceState(file);
const again = codec.encode(value);
export const same = again.length === file.length && again.every((byte, i) => byte === file[i]);`,
      { FILE: [...file] },
    );
    if (same !== true) throw new StepError('it does not come back byte for byte');
  });
}

/**
 * Bundles a module and runs the bundle with the language's own globals and the two classes for text, which every browser has.
 *
 * @param {string} folder the project that the module is in
 * @param {string} contents the module
 * @param {object} globals what more it is given
 * @returns {Promise<Record<string, unknown>>} what the module exports
 */
async function evaluate(folder, contents, globals = {}) {
  const { outputFiles, warnings } = await build({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    ...{
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'bundle',
      platform: 'browser',
      logLevel: 'silent',
    },
  }).catch((error) => {
    throw new StepError(error.message);
  });
  if (warnings.length > 0) throw new StepError(warnings.map(({ text }) => text).join('\n'));
  const text = outputFiles[0]?.text ?? '';
  const context = createContext({ TextDecoder, TextEncoder, ...globals });
  try {
    return runInContext(`${text}\nbundle`, context, { timeout: 60_000 });
  } catch (error) {
    throw new StepError(`the bundle fails: ${error instanceof Error ? error.stack : error}`);
  }
}
