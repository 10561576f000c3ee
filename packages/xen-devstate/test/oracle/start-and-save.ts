import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { saveDeviceState } from '../../scripts/qemu/save-device-state.mjs';
import { saveMigration } from '../../scripts/qemu/save-migration.mjs';
import { withLoaded } from '../../scripts/qemu/with-loaded.mjs';
import type { Machine } from '../../scripts/qemu/with-machine.mjs';
import { withMachine } from '../../scripts/qemu/with-machine.mjs';
import type { TestMachine } from './machines.js';
import { argumentsOf } from './machines.js';

const qemu = 'qemu-system-x86_64';
const BIOS_MS = 90_000;

/** The output of QEMU for a machine. */
export interface Saved {
  readonly bytes: Uint8Array;
  /** QEMU's version, such as `7.2.22`. */
  readonly version: string;
  /** QEMU's trace of writing the bytes: each field with its count. */
  readonly trace: string;
  /** The VMDESCRIPTION JSON of the same machine and the stream before it. */
  readonly migration: Uint8Array;
}

const saves = new Map<TestMachine, Promise<Saved>>();

/**
 * Starts a machine, stops it, and makes QEMU write its device state and also a whole migration stream. Each machine is started
 * once.
 *
 * @throws MachineError if QEMU is not installed
 */
export function startAndSave(machine: TestMachine): Promise<Saved> {
  const saved = saves.get(machine) ?? start(machine);
  saves.set(machine, saved);
  return saved;
}

async function start(machine: TestMachine): Promise<Saved> {
  const folder = mkdtempSync(join(tmpdir(), 'devstate-bios-'));
  const log = join(folder, 'log');
  const listener = [
    '-chardev',
    `file,id=bios,path=${log}`,
    '-device',
    'isa-debugcon,iobase=0x402,chardev=bios',
  ];
  const traceFile = join(folder, 'trace');
  const traced = ['-trace', 'vmstate_*', '-D', traceFile];
  const paused = machine.until === undefined ? ['-S'] : listener;
  try {
    return await withMachine(
      { qemu, args: [...argumentsOf(machine), ...traced, ...paused] },
      async (running) => {
        if (machine.until !== undefined) await untilSaid(running, log, machine.until);
        await running.execute('stop');
        const bytes = new Uint8Array(await saveDeviceState(running));
        const { version } = running;
        const trace = readFileSync(traceFile, 'utf8');
        return { bytes, version, trace, migration: new Uint8Array(await saveMigration(running)) };
      },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Starts the machine from a file, paused, and makes QEMU write its device state again.
 *
 * @throws MachineError with the message of QEMU if it rejects the file
 */
export async function loadAndSave(machine: TestMachine, bytes: Uint8Array): Promise<Uint8Array> {
  const args = argumentsOf(machine);
  return new Uint8Array(await withLoaded({ qemu, args }, bytes, (loaded) => saveDeviceState(loaded)));
}

/** Once the BIOS has printed its last message, the state is always the same, however slow the computer. */
async function untilSaid({ running, ended }: Machine, log: string, word: string): Promise<void> {
  const deadline = Date.now() + BIOS_MS;
  while (!(existsSync(log) && readFileSync(log, 'latin1').includes(word))) {
    if (!running()) throw new Error(await ended);
    if (Date.now() > deadline) throw new Error(`the BIOS did not print ${word} within ${BIOS_MS / 1000} s`);
    await sleep(100);
  }
}
