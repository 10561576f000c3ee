// Holds the codec of every device of a catalog to the laws, on values of its schema's own making.
//
//     node --conditions=@bytewright/source --import tsx packages/xen-devstate/scripts/check-device-laws.ts CATALOG [RUNS [SEED]]
//
// It takes minutes; a few devices are tried in the tests.
import type { Node } from '@bytewright/schema-dsl';
import type { Codec } from '@bytewright/schema-dsl/testing';
import { lawsOf } from '@bytewright/schema-dsl/testing';
import { importedModules } from '../src/schema-modules.js';

const [catalog, runs = '8', seed] = process.argv.slice(2);
if (catalog === undefined) {
  console.error('Say which catalog: check-device-laws.ts CATALOG [RUNS [SEED]]');
  process.exit(2);
}
const sources = importedModules(
  `src/catalogs/${catalog}`,
  new URL('../bytewright.config.ts', import.meta.url).href,
)
  .map(({ source }) => source)
  .filter((source) => source.includes('/devices/'));
let broken = 0;
for (const source of sources) {
  const schemaModule: Record<string, unknown> = await import(`../${source}`);
  // generated code is in folders of the same names
  const codecModule: Record<string, unknown> = await import(
    `../${source.replace('/catalogs/', '/generated/')}`
  );
  for (const [name, schema] of Object.entries(schemaModule)) {
    const decode = codecModule[`decode${name}`];
    if (decode === undefined) continue;
    // a catalog's modules export schemas, and generated ones these three functions for each
    const codec = { decode, encode: codecModule[`encode${name}`], sizeOf: codecModule[`sizeOf${name}`] };
    const options = { runs: Number(runs), ...(seed !== undefined && { seed: Number(seed) }) };
    for (const law of lawsOf(schema as Node<unknown>, codec as Codec<unknown>, options)) {
      try {
        law.check();
      } catch (error) {
        broken += 1;
        console.log(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    console.log(`${name}: tried`);
  }
}
console.log(`${broken} laws broken`);
process.exitCode = broken === 0 ? 0 : 1;
