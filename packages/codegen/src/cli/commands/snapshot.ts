import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError } from '../../config-error.js';
import { loadSchemaModule } from '../../load/load-schema-module.js';
import { printSnapshot } from '../../snapshot/print-snapshot.js';
import { wholeSnapshot } from '../../snapshot/whole-snapshot.js';
import type { Command } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { UsageError } from '../usage-error.js';

const HELP = `Usage: bytewright snapshot MODULE.ts [-o FILE]

Prints what a schema module says, as JSON that can be kept and compared: its
exported structs and all that they consist of. No other file is needed to read
it, unlike the snapshots that "bytewright generate" writes beside its code, which
name one another.

  -o, --output FILE  write it there; end the name in .ir.json
  -h, --help         print this

Exit codes: 0 fine, 2 wrong usage, 3 the module is at fault or is not there.`;

/** `bytewright snapshot`. */
export const snapshotCommand: Command = {
  help: HELP,
  options: { output: { type: 'string', short: 'o' } },
  async run({ options, operands, folder, stdout }) {
    const [path, ...rest] = operands;
    if (path === undefined) throw new UsageError('snapshot takes a schema module');
    if (rest.length > 0) throw new UsageError('snapshot takes one schema module');
    const text = printSnapshot(wholeSnapshot(await loadSchemaModule(folder, path)));
    if (typeof options.output === 'string') write(resolve(folder, options.output), text);
    else stdout.write(text);
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
