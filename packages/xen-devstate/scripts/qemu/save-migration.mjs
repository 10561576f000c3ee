import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MachineError } from './machine-error.mjs';

/**
 * Has QEMU write a whole migration stream, which ends with a description of all that is in it (VMDESCRIPTION).
 *
 * @param {import('./with-machine.mjs').Machine} machine the machine; it is stopped afterwards
 * @returns {Promise<Buffer>} the whole stream
 * @throws {MachineError} where QEMU refuses, or dies of it
 */
export async function saveMigration({ execute, folder }) {
  const file = join(folder, 'migration');
  await execute('migrate', { uri: `exec:cat > ${file}` });
  for (;;) {
    const { status, 'error-desc': error } = await execute('query-migrate');
    if (status === 'completed') return readFile(file);
    if (status === 'failed') throw new MachineError(`QEMU cannot migrate: ${error ?? 'it does not say why'}`);
    await sleep(20);
  }
}
