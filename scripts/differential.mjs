// `npm run test:differential -- --pairs 100000 --seed 7`: makes up schemas and values, and holds the interpreter, generated
// code and binary-parser to one another. A batch of 50 schemas has one seed; a fault names the one that shows it again.

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runNode } from './lib/run.mjs';
import { ROOT } from './lib/workspace.mjs';

const { values } = parseArgs({
  options: { pairs: { type: 'string', default: '100000' }, seed: { type: 'string', default: '6' } },
});
const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const test = 'packages/codegen/test/differential/schemas.test.ts';
const args = ['run', '--typecheck.enabled=false', '--testTimeout=0', '--disableConsoleIntercept', test];
const env = { ...process.env, BYTEWRIGHT_PAIRS: values.pairs, BYTEWRIGHT_SEED: values.seed };
const { code } = await runNode(vitest, args, { show: true, env });
process.exitCode = code;
