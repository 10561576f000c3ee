import { parseArgs } from 'node:util';
import { check } from '../check.js';
import type { Command } from '../command.js';
import { EXIT, UsageError } from '../command.js';
import { generate } from '../generate.js';
import { watch } from '../watch.js';

/** `bytewright generate`. */
export const generateCommand: Command = {
  name: 'generate',
  summary: 'write codec modules for the schema modules of bytewright.config.ts',
  help: `Usage: bytewright generate [--check | --watch] [--config FILE]

Reads bytewright.config.ts in the current folder and writes a codec module for each schema module that it names, and
beside it the schema's representation, NAME.ir.json, unless the configuration says snapshots: false.

  --check        write nothing; list the files that are stale, with the reason, and exit with 1 if there are any
  --watch        generate, and again whenever a schema changes
  --config FILE  another configuration file
  -h, --help     print this

Exit codes: 0 fine, 1 generated code is stale, 2 wrong usage, 3 the configuration or a schema is at fault.`,

  async run(args, folder) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { check: { type: 'boolean' }, watch: { type: 'boolean' }, config: { type: 'string' } },
    });
    if (positionals.length > 0) throw new UsageError(`generate takes no ${positionals.join(' ')}`);
    if (values.check && values.watch) throw new UsageError('--check and --watch exclude each other');
    if (values.watch) return (await watch(folder, values.config)) === 0 ? EXIT.ok : EXIT.found;
    if (values.check) return (await check(folder, values.config)) ? EXIT.ok : EXIT.found;
    await generate(folder, values.config);
    return EXIT.ok;
  },
};
