import type { Command } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { UsageError } from '../usage-error.js';
import { check } from './generate/check.js';
import { generate } from './generate/generate.js';
import { watch } from './generate/watch.js';

const HELP = `Usage: bytewright generate [--check | --watch] [--config FILE]

Reads bytewright.config.ts in the current folder and writes a codec module for
each schema module that it names, and beside it NAME.ir.json, a snapshot of the
schema. With "snapshots: false" in the configuration it writes no snapshots.

  --check        write nothing; say which files are stale and why, and exit
                 with 1 if there are any
  --watch        generate, and again whenever a schema changes
  --config FILE  another configuration file
  -h, --help     print this

A file is stale because the schema has changed, or the generator has changed,
or it was edited by hand, or it is missing or no longer generated.

All faults of the configuration and of all schemas are told at once, as
FILE:LINE: Struct.field: what is wrong; nothing is written then. Only files that
were generated for the same configuration are ever removed.

Exit codes: 0 fine; 1 the configuration or a schema has faults, or with --check
generated files are stale; 2 wrong usage.`;

/** `bytewright generate`. */
export const generateCommand: Command = {
  help: HELP,
  options: {
    check: { type: 'boolean' },
    watch: { type: 'boolean' },
    config: { type: 'string' },
  },
  async run({ options, operands, ...host }) {
    if (operands.length > 0) throw new UsageError(`generate takes no ${operands[0]}`);
    if (options.check && options.watch) throw new UsageError('--check and --watch exclude each other');
    const config = typeof options.config === 'string' ? options.config : undefined;
    if (options.watch) return watch(host, config);
    if (options.check) return (await check(host, config)) ? EXIT.fine : EXIT.no;
    await generate(host, config);
    return EXIT.fine;
  },
};
