#!/usr/bin/env node
// Makes a device-state file with an installed QEMU, as the fixtures of this package were made. See USAGE below.
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { MachineError } from './qemu/machine-error.mjs';
import { saveDeviceState } from './qemu/save-device-state.mjs';
import { saveMigration } from './qemu/save-migration.mjs';
import { shapeArguments } from './qemu/shape-arguments.mjs';
import { withMachine } from './qemu/with-machine.mjs';

const USAGE = `Usage: capture.mjs -o FILE [options] [-- QEMU ARGUMENTS]

Starts a virtual machine, lets it run for a while, has QEMU write its device state with the QMP command
xen-save-devices-state, and ends it. A FILE whose name ends in .gz is compressed.

  -o, --output FILE    the file to write (replaced if it exists)
  -m, --migration FILE also write a migration stream of the stopped machine, which ends with a description of its devices;
                       needed to check a catalog, see docs/adding-a-qemu-version.md
  -s, --seconds N      how long the machine runs before; 0: it never runs (default: 3)
  -q, --qemu COMMAND   the QEMU to use (default: qemu-system-x86_64)
  -x, --xen            without section footers and global state, the shape that files have under Xen
  -h, --help           this text

Examples:
  capture.mjs -o pc.dev.gz -- -M pc -m 16
  capture.mjs -o q35-xen.dev.gz --xen --seconds 0 -- -M q35 -m 16 -nic none
  capture.mjs -o virt.dev.gz --qemu qemu-system-aarch64 -- -M virt -cpu cortex-a57 -m 32

QEMU ends itself in this command for some devices (nvme before 11.1, rocker, usb-net, virtio-sound and others) and
leaves an empty or cut file. This script reports that and writes nothing.

Exit codes: 0 written, 1 QEMU could not write the state, 2 wrong usage or no such QEMU.
`;

/** Wrong usage, in words for people. */
class UsageError extends Error {}

try {
  await main();
} catch (error) {
  const isMachine = error instanceof MachineError;
  if (!isMachine && !(error instanceof UsageError)) {
    throw error;
  }
  console.error(`capture: ${error.message}`);
  process.exitCode = isMachine && !error.missing ? 1 : 2;
}

async function main() {
  const options = readOptions();
  if (options === undefined) {
    process.stdout.write(USAGE);
    return;
  }
  const { bytes, migration, version } = await withMachine(options, async (machine) => {
    if (options.seconds > 0) {
      await Promise.race([sleep(options.seconds * 1000), machine.ended]);
    }
    if (options.migration !== undefined) await machine.execute('stop'); // both are to say the same
    return {
      bytes: await saveDeviceState(machine, options.migration === undefined ? {} : { live: false }),
      migration: options.migration === undefined ? undefined : await saveMigration(machine),
      version: machine.version,
    };
  });
  await writeAtomically(options.output, bytes);
  if (options.migration !== undefined && migration !== undefined)
    await writeAtomically(options.migration, migration);
  console.log(`${options.output}: ${bytes.length} bytes of device state, written by QEMU ${version}`);
}

/**
 * @typedef {object} Options
 * @property {string} output the file to write
 * @property {string | undefined} migration the file for a migration stream
 * @property {number} seconds how long the machine runs
 * @property {string} qemu the command
 * @property {string[]} args QEMU's arguments
 */

/** @returns {Options | undefined} undefined if help was asked for */
function readOptions() {
  const all = process.argv.slice(2);
  const dashes = all.indexOf('--');
  const own = dashes < 0 ? all : all.slice(0, dashes);
  const args = dashes < 0 ? [] : all.slice(dashes + 1);
  /** @type {{ output?: string, migration?: string, seconds?: string, qemu?: string, xen?: boolean, help?: boolean }} */
  let values;
  try {
    ({ values } = parseArgs({
      args: own,
      options: {
        output: { type: 'string', short: 'o' },
        migration: { type: 'string', short: 'm' },
        seconds: { type: 'string', short: 's' },
        qemu: { type: 'string', short: 'q' },
        xen: { type: 'boolean', short: 'x' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
  if (values.help) {
    return undefined;
  }
  if (values.output === undefined) {
    throw new UsageError(`no output file was named\n\n${USAGE}`);
  }
  const seconds = Number(values.seconds ?? '3');
  if (!(seconds >= 0 && seconds <= 86_400)) {
    throw new UsageError(`--seconds must be a number from 0 to 86400, not "${values.seconds}"`);
  }
  // Under npm the current folder is that of package.json; a relative path is meant from where the user stands.
  const pathOf = (/** @type {string} */ path) => resolve(process.env.INIT_CWD ?? process.cwd(), path);
  return {
    output: pathOf(values.output),
    migration: values.migration === undefined ? undefined : pathOf(values.migration),
    seconds,
    qemu: values.qemu ?? 'qemu-system-x86_64',
    args: [
      ...args,
      ...(values.xen ? shapeArguments('xen') : []),
      ...(seconds === 0 ? ['-S'] : []), // paused from the start
    ],
  };
}

/**
 * @param {string} path the file to write; compressed where its name ends in .gz
 * @param {Buffer} content all of it
 */
async function writeAtomically(path, content) {
  const bytes = path.endsWith('.gz') ? gzipSync(content, { level: 9 }) : content;
  const temporary = join(dirname(path), `.capture-${process.pid}.tmp`);
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new UsageError(`cannot write ${path}: ${error instanceof Error ? error.message : error}`);
  }
}
