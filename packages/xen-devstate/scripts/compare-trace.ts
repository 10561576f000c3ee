// Holds device-state files against what QEMU traced while it wrote them.
//
// node --conditions=@bytewright/source --import tsx packages/xen-devstate/scripts/compare-trace.ts FOLDER…
//
// A folder holds NAME.dev.gz files and, for some, NAME.vmstate-trace.txt, or that with .gz or .xz behind: the output of
// `-trace 'vmstate_*'`, of one save or several of the same machine.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CatalogName } from '../src/open/catalogs.js';
import { CATALOG_NAMES } from '../src/open/catalogs.js';
import { openFile } from '../src/open/opened-file.js';
import type { TracedSection } from '../test/trace.js';
import { compareWithTrace, parseTrace } from '../test/trace.js';

interface Compared {
  readonly catalog: CatalogName;
  readonly saves: number;
  readonly fields: number;
  readonly elements: number;
  readonly differences: readonly string[];
  readonly checks: number;
}

let hasFailed = false;
for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder)) {
    const [ending, start] = /^(.*)\.vmstate-trace\.txt(?:\.gz|\.xz)?$/.exec(name) ?? [];
    if (ending === undefined || start === undefined) continue;
    const bytes = new Uint8Array(gunzipSync(readFileSync(join(folder, `${start}.dev.gz`))));
    const sections = parseTrace(textOf(join(folder, name)));
    // no file says which QEMU wrote it, and other versions have other names for the same fields
    const results = await Promise.all(CATALOG_NAMES.map((catalog) => compareWith(catalog, bytes, sections)));
    const [best] = results.sort((a, b) => a.differences.length - b.differences.length);
    if (best === undefined) continue;
    const { catalog, saves, fields, elements, differences, checks } = best;
    console.log(
      `${join(folder, name)}: ${saves} saves by ${catalog}, ${fields} fields, ${elements} elements, ${differences.length} otherwise, ${checks} checks without bytes`,
    );
    for (const one of differences) console.log(`  ${one}`);
    hasFailed ||= differences.length > 0;
  }
}
process.exitCode = hasFailed ? 1 : 0;

async function compareWith(
  catalog: CatalogName,
  bytes: Uint8Array,
  sections: readonly TracedSection[],
): Promise<Compared> {
  const file = await openFile(bytes, { catalogs: [catalog] });
  const saves = Math.max(1, Math.ceil(sections.length / file.sections.length));
  const all = Array.from({ length: saves }, (_, i) =>
    compareWithTrace(file, sections.slice(i * file.sections.length, (i + 1) * file.sections.length)),
  );
  return {
    ...{ catalog, saves },
    fields: all.reduce((sum, { fields }) => sum + fields, 0),
    elements: all.reduce((sum, { elements }) => sum + elements, 0),
    differences: all.flatMap(({ differences }) => differences),
    checks: all.reduce((sum, { checks }) => sum + checks.length, 0),
  };
}

function textOf(path: string): string {
  if (path.endsWith('.xz')) return execFileSync('xz', ['-dc', path], { maxBuffer: 2 ** 28 }).toString();
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
}
