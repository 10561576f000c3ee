import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ROUND_TRIP } from './round-trip.js';
import { PACKAGE } from './sources.js';

const program = `
  import * as runtime from '@bytewright/runtime/codec';
  import { roundTrip } from './test/package/round-trip.ts';
  let made = 'code was made from a string';
  try { new Function('return 1'); } catch (error) { made = error.name; }
  console.log(JSON.stringify({ made, outcome: roundTrip(runtime) }));
`;

test('works where no code may be made from strings', async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--disallow-code-generation-from-strings',
      '--conditions=@bytewright/source',
      '--import',
      'tsx',
      '--input-type=module',
      '--eval',
      program,
    ],
    { cwd: PACKAGE },
  );
  const { made, outcome } = JSON.parse(stdout) as { made: string; outcome: string[] };
  expect(made).toBe('EvalError');
  expect(outcome).toEqual(ROUND_TRIP);
});
