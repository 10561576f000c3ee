import { readdirSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { Codecs, Disagreement } from '../../../../codegen/test/differential/codecs.js';
import { outcomeOf } from '../../../../codegen/test/differential/outcome.js';
import { readDrawnBytes } from '../../../../codegen/test/drawn/drawn-bytes.js';
import type { GoldenModule } from '../../../../codegen/test/golden/roots.js';
import { loadGolden } from '../../../../codegen/test/golden/roots.js';
import type { Catalog } from '../../../src/open/catalog.js';
import { catalogOf } from '../../../src/open/catalog-of.js';
import type { CatalogName } from '../../../src/open/catalogs.js';
import { CATALOGS } from '../../../src/open/catalogs.js';
import type { Seed } from '../seed.js';
import { sectionSeeds } from '../seeds/capture-seeds.js';
import type { Fault, Target } from '../target.js';

const SCHEMAS = new URL('../../../../codegen/test/golden/schemas/', import.meta.url);

/** Decodes bytes with the interpreter and with generated code. @throws Disagreement */
type Examine = (bytes: Uint8Array) => void;

/** The generated code of the golden schemas and of the device catalogs, compared with the interpreter. */
export class CodecsTarget implements Target {
  readonly name = 'codecs';
  readonly seeds: readonly Seed[];
  readonly #examine: ReadonlyMap<string, Examine>;
  readonly #catalogs = new Map<CatalogName, Promise<Catalog>>();

  private constructor(golden: ReadonlyMap<string, GoldenModule>) {
    const examine = new Map<string, Examine>();
    const seeds: Seed[] = [];
    for (const [file, { generated, roots, examples }] of golden)
      for (const [i, example] of examples.entries()) {
        const schema = roots.get(example.struct);
        if (schema === undefined) continue;
        const name = `golden/${file}#${i}:${example.struct}`;
        const codecs = new Codecs(schema, generated);
        examine.set(name, (bytes) => codecs.decode(bytes));
        seeds.push({ name, bytes: readDrawnBytes(example.bytes), parts: [], words: [] });
      }
    this.#examine = examine;
    this.seeds = [...seeds, ...sectionSeeds()];
  }

  /** Loads the golden schemas, and creates the target. */
  static async load(): Promise<CodecsTarget> {
    const files = readdirSync(SCHEMAS).sort();
    return new CodecsTarget(
      new Map(await Promise.all(files.map(async (file) => [file, await loadGolden(file)] as const))),
    );
  }

  async draw(): Promise<{ how: []; steps: [] }> {
    return { how: [], steps: [] };
  }

  async execute(bytes: Uint8Array, _: readonly string[], seed: Seed): Promise<Fault | undefined> {
    const examine = this.#examine.get(seed.name);
    try {
      if (examine === undefined) await this.#examineDevices(bytes, catalogFor(seed.name));
      else examine(bytes);
    } catch (error) {
      if (!(error instanceof Disagreement)) throw error;
      const [first = ''] = error.message.split('\n');
      return { kind: `codecs: ${first}`, detail: error.message };
    }
    return undefined;
  }

  async #examineDevices(bytes: Uint8Array, name: CatalogName): Promise<void> {
    const generated: Catalog = CATALOGS[name];
    const interpreted = await this.#interpreted(name);
    const found = outcomeOf(() => generated.decode(bytes));
    const expected = outcomeOf(() => interpreted.decode(bytes));
    if ('crash' in found || 'crash' in expected || !isDeepStrictEqual(found, expected))
      throw new Disagreement(
        `${name}: interpreter and generated code disagree\n${shown(found)}\n${shown(expected)}`,
      );
    if (!('value' in found)) return;
    const value = generated.decode(bytes);
    if (Buffer.compare(generated.encode(value), bytes) !== 0)
      throw new Disagreement(`${name}: the round trip changes the bytes`);
  }

  #interpreted(name: CatalogName): Promise<Catalog> {
    let catalog = this.#catalogs.get(name);
    if (catalog === undefined) {
      catalog = CATALOGS[name].schemas().then(({ devices }) => catalogOf({ name, title: name, devices }));
      this.#catalogs.set(name, catalog);
    }
    return catalog;
  }
}

/** The catalog for the QEMU that wrote a capture. */
function catalogFor(seed: string): CatalogName {
  if (seed.startsWith('xen-4.17/')) return 'qemu-7.2-xen';
  return seed.startsWith('qemu-7.2/') ? 'qemu-7.2' : 'qemu-10.0';
}

const shown = (outcome: object): string =>
  JSON.stringify(outcome, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)).slice(
    0,
    2000,
  );
