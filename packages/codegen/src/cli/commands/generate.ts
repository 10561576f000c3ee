import { resolve } from 'node:path';
import { GenerationCache } from '../../cache/generation-cache.js';
import { generatorHash } from '../../cache/generator-hash.js';
import { CONFIG_FILE } from '../../config/config-file.js';
import type { Command } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { UsageError } from '../usage-error.js';
import { sayUnchanged, sayUpToDate } from './generate/say-up-to-date.js';

const HELP = `Usage: bytewright generate [--check | --watch] [--no-cache] [--config FILE]

Reads bytewright.config.ts in the current folder and writes a codec module for
each schema module that it names, and beside it NAME.ir.json, a snapshot of the
schema. With "snapshots: false" in the configuration it writes no snapshots.

  --check        write nothing; say which files are stale and why, and exit
                 with 1 if there are any
  --watch        generate, and again whenever a schema changes
  --no-cache     generate whether or not anything has changed
  --config FILE  another configuration file
  -h, --help     print this

A file is stale because the schema has changed, or the generator has changed,
or it was edited by hand, or it is missing or no longer generated.

Nothing is loaded where nothing has changed since all was up to date: not the
configuration, no module that it or a schema imports, no generated file, no list
of files around them, and not the generator. What is known of that lies in
node_modules/.cache/bytewright. A schema that depends on anything else, such as
an environment variable, needs --no-cache.

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
    'no-cache': { type: 'boolean' },
    config: { type: 'string' },
  },
  async run({ options, operands, ...host }) {
    if (operands.length > 0) throw new UsageError(`generate takes no ${operands[0]}`);
    if (options.check && options.watch) throw new UsageError('--check and --watch exclude each other');
    const config = typeof options.config === 'string' ? options.config : undefined;
    if (options.watch) return (await import('./generate/watch.js')).watch(host, config);
    const cache =
      options['no-cache'] === true
        ? undefined
        : new GenerationCache(resolve(host.folder, config ?? CONFIG_FILE), generatorHash(), host.folder);
    const known = cache?.find();
    if (known !== undefined) {
      (options.check ? sayUpToDate : sayUnchanged)(known, host);
      return EXIT.fine;
    }
    // loaded only now: what generates takes longer to load than to see that it has nothing to do
    if (options.check) {
      const { check } = await import('./generate/check.js');
      return (await check(host, config, cache)) ? EXIT.fine : EXIT.no;
    }
    const { generate } = await import('./generate/generate.js');
    await generate(host, config, cache);
    return EXIT.fine;
  },
};
