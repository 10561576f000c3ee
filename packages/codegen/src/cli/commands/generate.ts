import { resolve } from 'node:path';
import { EXIT, UsageError } from '@bytewright/cli';
import { GenerationCache } from '../../cache/generation-cache.js';
import { generatorHash } from '../../cache/generator-hash.js';
import { CONFIG_FILE } from '../../config/config-file.js';
import type { Command } from '../host.js';
import { sayUnchanged, sayUpToDate } from './generate/say-up-to-date.js';

/** `bytewright generate`. */
export const generateCommand: Command = {
  operands: [],
  about: `Reads bytewright.config.ts in the current folder and writes a codec module for each schema module that it names,
and beside it NAME.ir.json, a snapshot of the schema. With "snapshots: false" in the configuration it writes no
snapshots.

A file is stale because the schema has changed, or the generator has changed, or it was edited by hand, or it is
missing or no longer generated.

Nothing is loaded where nothing has changed since all was up to date: not the configuration, no module that it or a
schema imports, no generated file, no list of files around them, and not the generator. What is known of that lies
in node_modules/.cache/bytewright. A schema that depends on anything else, such as an environment variable, needs
--no-cache.

All faults of the configuration and of all schemas are reported together, as FILE:LINE: Struct.field: what is wrong;
nothing is written then. Only files that were generated for the same configuration are ever removed.`,
  options: [
    {
      name: 'check',
      help: 'write nothing; say which files are stale and why, and exit with 1 if there are any',
    },
    { name: 'watch', help: 'generate, and again whenever a schema changes' },
    { name: 'no-cache', help: 'generate whether or not anything has changed' },
    { name: 'config', value: 'FILE', help: 'another configuration file' },
  ],
  exitCodes: {
    0: 'fine',
    1: 'the configuration or a schema has faults, or with --check generated files are stale',
    2: 'wrong usage',
  },
  async run(args, session) {
    const { host } = session;
    if (args.has('check') && args.has('watch'))
      throw new UsageError('--check and --watch exclude each other');
    const config = args.get('config');
    if (args.has('watch')) return (await import('./generate/watch.js')).watch(session, config);
    const cache = args.has('no-cache')
      ? undefined
      : new GenerationCache(resolve(host.folder, config ?? CONFIG_FILE), generatorHash(), host.folder);
    const known = cache?.find();
    if (known !== undefined) {
      await (args.has('check') ? sayUpToDate : sayUnchanged)(known, session);
      return EXIT.yes;
    }
    // loaded only now: what generates takes longer to load than to see that it has nothing to do
    if (args.has('check')) {
      const { check } = await import('./generate/check.js');
      return (await check(session, config, cache)) ? EXIT.yes : EXIT.no;
    }
    const { generate } = await import('./generate/generate.js');
    await generate(session, config, cache);
    return EXIT.yes;
  },
};
