import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT, isSystemError, printable, printableJson, reasonOf } from '@bytewright/cli';
import { ConfigError } from '../../faults/config-error.js';
import { loadSchemaModule } from '../../load/load-schema-module.js';
import { printSnapshot } from '../../snapshot/print-snapshot.js';
import { wholeSnapshot } from '../../snapshot/whole-snapshot.js';
import type { Command } from '../host.js';

/** `bytewright snapshot`. */
export const snapshotCommand: Command = {
  operands: [{ name: 'MODULE.ts' }],
  about: `Prints what a schema module says, as JSON that can be kept and compared: its exported structs and all that they
consist of. No other file is needed to read it, unlike the snapshots that "bytewright generate" writes beside its
code, which name one another.`,
  options: [{ name: 'output', short: 'o', value: 'FILE', help: 'write it there; end the name in .ir.json' }],
  exitCodes: {
    0: 'fine',
    1: 'the module has faults or is not there, or the snapshot cannot be written',
    2: 'wrong usage',
  },
  async run(args, { host, out, err }) {
    const module = await loadSchemaModule(host.folder, args.operand(0));
    // structs that need parameters are in it
    for (const { name, why } of module.leftOut?.filter(({ unlessUsed }) => !unlessUsed) ?? [])
      await err.line(`note: ${module.source}: ${name} is not in the snapshot: ${why}`);
    const text = printSnapshot(wholeSnapshot(module));
    const output = args.get('output');
    if (output === undefined) await out.write(printableJson(text));
    else write(host.folder, output, text);
    return EXIT.yes;
  },
};

function write(folder: string, path: string, text: string): void {
  try {
    writeFileSync(resolve(folder, path), text);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new ConfigError(`The snapshot cannot be written to ${printable(path)}: ${reasonOf(error)}`);
  }
}
