import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ARGUMENTS } from './files.js';

const QEMU = 'qemu-system-x86_64';

/** Whether there is a QEMU to ask. */
export function hasQemu(): boolean {
  return spawnSync(QEMU, ['--version']).status === 0;
}

/**
 * Starts a machine from a file, and ends it.
 *
 * @param machine such as `pc-i440fx-4.0`
 * @returns what QEMU says of the file; nothing where it takes it
 */
export async function loadInQemu(machine: string, bytes: Uint8Array): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'format-revision-'));
  try {
    const file = join(folder, 'state');
    writeFileSync(file, bytes);
    const incoming = ['-S', '-global', 'migration.send-configuration=off', '-incoming', `exec:cat ${file}`];
    const qemu = spawn(QEMU, ['-M', machine, ...ARGUMENTS, ...incoming, '-qmp', 'stdio']);
    let said = '';
    qemu.stderr.on('data', (data: Buffer) => {
      said += data.toString();
    });
    qemu.stdin.on('error', () => {}); // it ends by itself where it refuses the file
    const send = (execute: string): boolean => qemu.stdin.write(`${JSON.stringify({ execute })}\n`);
    send('qmp_capabilities');
    const asking = setInterval(() => send('query-migrate'), 50);
    for await (const line of createInterface(qemu.stdout)) {
      const { return: result } = JSON.parse(line) as { return?: { status?: string } };
      if (result?.status === 'completed') send('quit');
    }
    clearInterval(asking);
    // a device state has no description behind it, which QEMU mentions and does not mind
    const lines = said
      .split('\n')
      .filter((line) => line !== '' && !line.includes('Expected vmdescription section'));
    return lines.join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
