import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { explainFile } from '../../src/explain/explain-file.js';
import { openFile } from '../../src/open/opened-file.js';

for (const name of process.argv.slice(2)) {
  const bytes = new Uint8Array(gunzipSync(readFileSync(name)));
  const file = await openFile(bytes);
  let at = 0;
  let n = 0;
  for (const leaf of explainFile(file)) {
    n++;
    if (leaf.offset !== at) console.log('GAP/OVERLAP', at, leaf);
    at = leaf.offset + leaf.length;
    if (process.env.PRINT) console.log(leaf.offset, leaf.length, leaf.path, leaf.wirePath, leaf.type, JSON.stringify(leaf.value).slice(0, 40), leaf.elementLength);
    if (leaf.type.startsWith('around')) console.log(leaf);
  }
  console.log(name, file.opened.catalog, n, at, bytes.length, at === bytes.length ? 'tiles' : 'NOT');
  for (const s of file.sections) if (s.why().length) console.log(' ', s.report.idstr, s.why().join(' | ').slice(0, 300));
}
