import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError } from '../../config-error.js';
import { importModules } from '../../import-modules.js';
import { schemaModuleOf } from '../../plan/schema-module-of.js';
import { wholeSnapshot } from '../../snapshot/module-snapshots.js';
import { printSnapshot } from '../../snapshot/print-snapshot.js';
import type { Command } from '../command.js';
import { EXIT, UsageError } from '../command.js';

/** `bytewright snapshot`. */
export const snapshotCommand: Command = {
  name: 'snapshot',
  summary: 'save what a schema module describes, to compare with it later',
  help: `Usage: bytewright snapshot MODULE [-o FILE]

Prints the representation of a schema module as JSON: all its structs, and those that it uses of other modules, with sizes,
counts and conditions solved. "bytewright diff" takes it as a side.

  -o, --output FILE  write to a file
  -h, --help         print this

Exit codes: 0 fine, 2 wrong usage, 3 the schema is at fault.`,

  async run(args, folder) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { output: { type: 'string', short: 'o' } },
    });
    const [source, ...more] = positionals;
    if (source === undefined || more.length > 0) throw new UsageError('snapshot takes one schema module');
    const path = resolve(folder, source);
    if (!existsSync(path)) throw new ConfigError(`No file ${source}`);
    const module = await importModules((importModule) => importModule(path));
    const text = printSnapshot(wholeSnapshot(schemaModuleOf(module, { source }, '')));
    if (values.output === undefined) process.stdout.write(text);
    else writeFileSync(resolve(folder, values.output), text);
    return EXIT.ok;
  },
};
