import { SCHEMAS } from './schemas.ts';
import * as s from '@bytewright/schema-dsl';
import { lawsOf } from '@bytewright/schema-dsl/testing';
const runs = Number(process.env.RUNS ?? 200), from = Number(process.env.SEED ?? 1), n = Number(process.env.N ?? 1);
for (const [name, schema] of Object.entries(SCHEMAS)) {
  if (process.env.ONLY && process.env.ONLY !== name) continue;
  for (let seed = from; seed < from + n; seed++) {
  const t = Date.now(); let bad = 0; const done = [];
  let laws; try { laws = lawsOf(schema, undefined, { runs, seed }); } catch (e) { console.log(name, e.stack); continue; }
  for (const law of laws) {
    const t0 = Date.now();
    try { law.check(); done.push(`${law.number}:${Date.now() - t0}`); } catch (e) { bad++; console.log('FAIL', name, law.number, 'seed', seed, '\n', (e.name === 'LawBroken' ? e.message : e.stack).split('\n').slice(0, 45).map((l) => '      ' + l.slice(0,200)).join('\n')); }
  }
  console.log(bad ? 'BAD' : 'ok', name, seed, Date.now() - t, 'ms', done.join(' '));
}}
