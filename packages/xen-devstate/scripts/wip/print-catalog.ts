import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { printCatalog } from '../../src/import/catalog/print-catalog.js';
import { Program } from '../../src/import/elf/program.js';
import { calibrate } from '../../src/import/tables/calibrate.js';
import { readDescriptions } from '../../src/import/tables/read-descriptions.js';

const ROOT = new URL('../../src/catalogs/', import.meta.url).pathname;
const load = (name: string) => ({
  name,
  texts: new Map(
    ['devices', 'parts']
      .filter((d) => existsSync(`${ROOT}${name}/${d}`))
      .flatMap((d) =>
        readdirSync(`${ROOT}${name}/${d}`).map(
          (f) => [`${d}/${f.slice(0, -3)}`, readFileSync(`${ROOT}${name}/${d}/${f}`, 'utf8')] as const,
        ),
      ),
  ),
});
const [f, name, title, ...bases] = process.argv.slice(2);
const p = Program.open(readFileSync(f!));
const files = printCatalog(readDescriptions(p, calibrate(p)), { title: title!, bases: bases.map(load) });
rmSync(ROOT + name, { recursive: true, force: true });
let size = 0,
  stubs = 0;
for (const [path, text] of files) {
  mkdirSync(`${ROOT}${name}/${path}`.replace(/\/[^/]*$/, ''), { recursive: true });
  writeFileSync(`${ROOT}${name}/${path}`, text);
  size += text.length;
  if (text.startsWith('export *')) stubs++;
}
console.log(name, files.size, 'files', stubs, 'shared', size);
