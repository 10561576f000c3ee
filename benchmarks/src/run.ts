import { parseArgs } from 'node:util';
import { checkAgreement } from './check-agreement.js';
import { contendersOf } from './contenders/contenders-of.js';
import { keyChecks } from './contenders/without-key-checks.js';
import { measuredFiles } from './files.js';
import { measure } from './measure.js';
import { tableOf } from './table.js';

/** Rounds that count; `--rounds N` makes it others, `--smoke` one without a warm-up, to see that everything works. */
const ROUNDS = '40';

const { values } = parseArgs({
  options: { smoke: { type: 'boolean' }, rounds: { type: 'string', default: ROUNDS } },
});
const rounds = values.smoke === true ? 1 : Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError(`--rounds ${values.rounds}: 1 or more`);

const checks = await keyChecks();
const files = measuredFiles().map((file) => [file, contendersOf(file, checks)] as const);
for (const [file, contenders] of files) {
  checkAgreement(file, contenders);
  console.log(`${file.name}: ${file.bytes.length} bytes, decoded and encoded alike by all contenders`);
}
console.log(`\n${tableOf(measure(files, rounds))}`);
