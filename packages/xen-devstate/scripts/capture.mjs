#!/usr/bin/env node
// Makes a device-state file with an installed QEMU, as the fixtures of this package were made. See USAGE below.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const USAGE = `Usage: capture.mjs -o FILE [options] [-- QEMU ARGUMENTS]

Starts a virtual machine, lets it run for a while, has QEMU write its device state with the QMP command
xen-save-devices-state, and ends it. A FILE whose name ends in .gz is compressed.

  -o, --output FILE    the file to write (replaced if it exists)
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

/** What the Xen accelerator sets in QEMU. */
const XEN_SHAPE = ['send-configuration', 'send-section-footer', 'store-global-state'].flatMap((property) => [
  '-global',
  `migration.${property}=off`,
]);

const REPLY_MS = 60_000;
const SOCKET_MS = 20_000;

/** A failure with an exit code and a message for people. */
class CaptureError extends Error {
  /**
   * @param {1 | 2} exitCode see USAGE
   * @param {string} message what went wrong
   */
  constructor(exitCode, message) {
    super(message);
    this.exitCode = exitCode;
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CaptureError)) {
    throw error;
  }
  console.error(`capture: ${error.message}`);
  process.exitCode = error.exitCode;
}

async function main() {
  const options = readOptions();
  if (options === undefined) {
    process.stdout.write(USAGE);
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'devstate-capture-'));
  try {
    const { bytes, version } = await capture(options, folder);
    await writeAtomically(
      options.output,
      options.output.endsWith('.gz') ? gzipSync(bytes, { level: 9 }) : bytes,
    );
    console.log(`${options.output}: ${bytes.length} bytes of device state, written by QEMU ${version}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @typedef {object} Options
 * @property {string} output the file to write
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
  /** @type {{ output?: string, seconds?: string, qemu?: string, xen?: boolean, help?: boolean }} */
  let values;
  try {
    ({ values } = parseArgs({
      args: own,
      options: {
        output: { type: 'string', short: 'o' },
        seconds: { type: 'string', short: 's' },
        qemu: { type: 'string', short: 'q' },
        xen: { type: 'boolean', short: 'x' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    throw new CaptureError(2, `${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
  if (values.help) {
    return undefined;
  }
  if (values.output === undefined) {
    throw new CaptureError(2, `no output file was named\n\n${USAGE}`);
  }
  const seconds = Number(values.seconds ?? '3');
  if (!(seconds >= 0 && seconds <= 86_400)) {
    throw new CaptureError(2, `--seconds must be a number from 0 to 86400, not "${values.seconds}"`);
  }
  return {
    // Under npm the current folder is that of package.json; a relative path is meant from where the user stands.
    output: resolve(process.env.INIT_CWD ?? process.cwd(), values.output),
    seconds,
    qemu: values.qemu ?? 'qemu-system-x86_64',
    args: values.xen ? [...args, ...XEN_SHAPE] : args,
  };
}

/**
 * Runs the machine and returns what QEMU wrote.
 *
 * @param {Options} options what to run
 * @param {string} folder for the socket and QEMU's file
 * @returns {Promise<{ bytes: Buffer, version: string }>} the device state, and QEMU's version
 */
async function capture(options, folder) {
  const socketPath = join(folder, 'qmp');
  const statePath = join(folder, 'state');
  const machine = startMachine(options, socketPath);
  try {
    const qmp = await connect(socketPath, machine);
    await qmp.execute('qmp_capabilities');
    const { qemu } = await qmp.execute('query-version');
    if (options.seconds > 0) {
      await Promise.race([sleep(options.seconds * 1000), machine.ended]);
    }
    const failure = await qmp.execute('xen-save-devices-state', { filename: statePath }).then(
      () => undefined,
      (error) => error,
    );
    if (failure !== undefined) {
      throw await explained(failure, machine, statePath);
    }
    await qmp.execute('quit').catch(() => undefined);
    return { bytes: await readState(statePath), version: `${qemu.major}.${qemu.minor}.${qemu.micro}` };
  } finally {
    await machine.stop();
  }
}

/**
 * @typedef {object} Machine
 * @property {Promise<string>} ended resolves, when QEMU has ended, to how it did
 * @property {() => boolean} running whether it still runs
 * @property {() => Promise<void>} stop ends it
 * @property {Promise<never>} missing rejects if there is no such command
 */

/**
 * @param {Options} options what to run
 * @param {string} socketPath where QEMU shall listen
 * @returns {Machine} the running machine
 */
function startMachine(options, socketPath) {
  const paused = options.seconds === 0 ? ['-S'] : [];
  const child = spawn(
    options.qemu,
    [
      ...options.args,
      '-display',
      'none',
      '-monitor',
      'none',
      '-qmp',
      `unix:${socketPath},server=on,wait=off`,
      ...paused,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr = (stderr + text).slice(-4000);
  });

  /** @type {Promise<never>} */
  const missing = new Promise((_, reject) => {
    child.on('error', (error) => {
      const reason =
        /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT' ? 'was not found' : error.message;
      reject(
        new CaptureError(
          2,
          `${options.qemu} ${reason}. Install QEMU (Debian and Ubuntu: apt-get install qemu-system-x86) ` +
            'or name another command with --qemu.',
        ),
      );
    });
  });
  missing.catch(() => undefined);

  let running = true;
  /** @type {Promise<string>} */
  const ended = new Promise((done) => {
    child.on('error', () => {
      running = false;
      done('');
    });
    child.on('close', (code, signal) => {
      running = false;
      const how = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
      done(stderr.trim() === '' ? `QEMU ${how}` : `QEMU ${how}:\n${stderr.trim()}`);
    });
  });
  const stop = async () => {
    await Promise.race([ended, sleep(3000, undefined, { ref: false })]);
    if (running) {
      child.kill('SIGKILL');
      await ended;
    }
  };
  return { ended, running: () => running, stop, missing };
}

/**
 * @typedef {object} Qmp
 * @property {(command: string, args?: object) => Promise<any>} execute sends a command and waits for its result
 */

/**
 * @param {string} socketPath where QEMU listens, or soon will
 * @param {Machine} machine the machine behind it
 * @returns {Promise<Qmp>} the connection, after QEMU's greeting
 */
async function connect(socketPath, machine) {
  const deadline = Date.now() + SOCKET_MS;
  for (;;) {
    const socket = await Promise.race([tryToConnect(socketPath), machine.missing]);
    if (socket !== undefined) {
      return talk(socket, machine);
    }
    if (!machine.running()) {
      throw new CaptureError(1, `the machine did not start: ${await machine.ended}`);
    }
    if (Date.now() > deadline) {
      throw new CaptureError(1, `QEMU opened no QMP socket within ${SOCKET_MS / 1000} s`);
    }
    await Promise.race([sleep(50), machine.missing]);
  }
}

/**
 * @param {string} socketPath where QEMU may listen
 * @returns {Promise<import('node:net').Socket | undefined>} undefined if nobody does yet
 */
function tryToConnect(socketPath) {
  return new Promise((done) => {
    const socket = createConnection(socketPath);
    socket.once('connect', () => done(socket));
    socket.once('error', () => done(undefined));
  });
}

/**
 * @param {import('node:net').Socket} socket a fresh connection
 * @param {Machine} machine the machine behind it
 * @returns {Qmp} one command at a time; events are passed over
 */
function talk(socket, machine) {
  const lines = linesOf(socket);

  const reply = async () => {
    for (;;) {
      const line = await lines.next();
      if (line === undefined) {
        throw new CaptureError(1, `QEMU closed the connection; ${await machine.ended}`);
      }
      const message = JSON.parse(line);
      if ('return' in message) {
        return message.return;
      }
      if ('error' in message) {
        throw new CaptureError(1, `QEMU refused: ${message.error.desc}`);
      }
    }
  };
  return {
    execute: async (command, args) => {
      socket.write(`${JSON.stringify({ execute: command, arguments: args })}\n`);
      const late = sleep(REPLY_MS, undefined, { ref: false }).then(() => {
        throw new CaptureError(1, `QEMU did not answer ${command} within ${REPLY_MS / 1000} s`);
      });
      return Promise.race([reply(), late]);
    },
  };
}

/**
 * Not `node:readline`: its iterator lets the error of a socket that a dying QEMU resets escape.
 *
 * @param {import('node:net').Socket} socket text in lines
 * @returns {{ next: () => Promise<string | undefined> }} the next line; undefined after the last
 */
function linesOf(socket) {
  /** @type {string[]} */
  const ready = [];
  let partial = '';
  let closed = false;
  let wake = () => {};
  socket.setEncoding('utf8');
  socket.on('data', (text) => {
    const lines = `${partial}${text}`.split('\n');
    partial = lines.pop() ?? '';
    ready.push(...lines);
    wake();
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    closed = true;
    wake();
  });
  const next = async () => {
    while (ready.length === 0 && !closed) {
      await new Promise((/** @type {(value?: undefined) => void} */ done) => {
        wake = done;
      });
    }
    return ready.shift();
  };
  return { next };
}

/**
 * Adds what QEMU left behind to the reason of a failed save.
 *
 * @param {unknown} failure why the command failed
 * @param {Machine} machine the machine, ended or not
 * @param {string} statePath QEMU's file
 * @returns {Promise<unknown>} the error to throw
 */
async function explained(failure, machine, statePath) {
  if (!(failure instanceof CaptureError) || machine.running()) {
    return failure;
  }
  const left = await stat(statePath).then(
    ({ size }) => `a file of ${size} bytes`,
    () => 'no file',
  );
  return new CaptureError(
    1,
    `QEMU died while it saved, and left ${left}, which is of no use. Some devices do that to this command; leave out ` +
      `one after another, or try another version.\n${failure.message}`,
  );
}

/**
 * @param {string} statePath QEMU's file
 * @returns {Promise<Buffer>} its content, if it can be a whole device-state file
 */
async function readState(statePath) {
  const bytes = await readFile(statePath);
  const complete =
    bytes.length >= 9 &&
    bytes.toString('latin1', 0, 4) === 'QEVM' &&
    bytes.readUInt32BE(4) === 3 &&
    bytes.at(-1) === 0;
  if (!complete) {
    throw new CaptureError(
      1,
      `QEMU wrote ${bytes.length} bytes that are no whole device state: they must begin with QEVM, version 3, and end ` +
        'with the end-of-file byte 0x00',
    );
  }
  return bytes;
}

/**
 * @param {string} path the file to write
 * @param {Buffer} bytes all of it
 */
async function writeAtomically(path, bytes) {
  const temporary = join(dirname(path), `.capture-${process.pid}.tmp`);
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new CaptureError(2, `cannot write ${path}: ${error instanceof Error ? error.message : error}`);
  }
}
