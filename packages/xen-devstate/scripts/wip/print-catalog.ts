import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { Program } from '../../src/import/elf/program.js';
import { calibrate } from '../../src/import/tables/calibrate.js';
import { readDescriptions } from '../../src/import/tables/read-descriptions.js';
import { planCatalog } from '../../src/import/catalog/plan-catalog.js';
import { printModule } from '../../src/import/catalog/print-module.js';
const [f, out] = process.argv.slice(2);
const p = Program.open(readFileSync(f!)); const plan = planCatalog(readDescriptions(p, calibrate(p)));
const modules = [...new Set([...plan.values()].map((x) => x.module))].sort();
mkdirSync(out!, { recursive: true });
let size = 0;
for (const m of modules) { const t = printModule(m, plan); size += t.length; writeFileSync(`${out}/${m}.ts`, t); }
console.log(modules.length, plan.size, size);
