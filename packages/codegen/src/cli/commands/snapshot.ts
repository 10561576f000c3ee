import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError } from '../../faults/config-error.js';
import { loadSchemaModule } from '../../load/load-schema-module.js';
import { printSnapshot } from '../../snapshot/print-snapshot.js';
import { wholeSnapshot } from '../../snapshot/whole-snapshot.js';
import type { Command } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { note } from '../note.js';
import { UsageError } from '../usage-error.js';

const HELP = `Usage: bytewright snapshot MODULE.ts [-o FILE]

Prints what a schema module says, as JSON that can be kept and compared: its
exported structs and all that they consist of. No other file is needed to read
it, unlike the snapshots that "bytewright generate" writes beside its code, which
name one another.

  -o, --output FILE  write it there; end the name in .ir.json
  -h, --help         print this

Exit codes: 0 fine; 1 the module has faults or is not there, or the snapshot cannot
be written; 2 wrong usage.`;

/** `bytewright snapshot`. */
export const snapshotCommand: Command = {
  help: HELP,
  options: { output: { type: 'string', short: 'o' } },
  async run({ options, operands, ...host }) {
    const [path, ...rest] = operands;
    if (path === undefined) throw new UsageError('snapshot takes a schema module');
    if (rest.length > 0) throw new UsageError('snapshot takes one schema module');
    const module = await loadSchemaModule(host.folder, path);
    // structs that need parameters are in it
    for (const { name, why } of module.leftOut?.filter(({ unlessUsed }) => !unlessUsed) ?? [])
      note(host, `${module.source}: ${name} is not in the snapshot: ${why}`);
    const text = printSnapshot(wholeSnapshot(module));
    if (typeof options.output === 'string') write(resolve(host.folder, options.output), text);
    else host.stdout.write(text);
    return EXIT.fine;
  },
};

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new ConfigError(
      `The snapshot cannot be written: ${error instanceof Error ? error.message : error}`,
    );
  }
}
