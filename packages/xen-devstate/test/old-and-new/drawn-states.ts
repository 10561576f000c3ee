import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { external } from '@bytewright/schema-dsl';
import type { SchemaIR } from '@bytewright/schema-dsl/ir';
import * as fc from 'fast-check';
import { resolveSnapshot } from '../../../codegen/src/revisions/resolve-snapshot.js';
import { encodeRoot } from '../../../schema-dsl/src/interpreter/encode.js';
import { ValidValues } from '../../../schema-dsl/src/testing/valid-values.js';
import * as functions from '../../src/functions/index.js';

/** The bytes of a value generated from the old tree's schema. */
export interface DrawnState {
  readonly module: string;
  readonly struct: string;
  /** The section header, for the state of a device. */
  readonly section?: { readonly idstr: string; readonly version: number };
  readonly hex: string;
}

/** The number of values for each struct, and for each older version of a device. */
const VALUES = 4;
const OLDER_VALUES = 2;

/** The number of versions tried below the newest one, which is sometimes a date. */
const OLDER = 3;

/** Larger states are mostly repetition. */
const LARGE = 100_000;

/** Failed attempts for one value: structs that need more have captures, or are tried on arbitrary bytes. */
const BUDGET = 20_000;

const SEED = 1;

/**
 * States that captures lack: every device, its subsections, its older versions. They are generated from the snapshots next to
 * the old code, so that no schema change affects them, and are kept next to the old tree, as generating them takes a while.
 */
export async function drawnStates(
  folder: string,
  structs: readonly { readonly module: string; readonly struct: string }[],
): Promise<readonly DrawnState[]> {
  const kept = join(folder, 'drawn-states.json');
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as DrawnState[]; // written below
  for (const [name, value] of Object.entries(functions))
    external({ module: '@bytewright/xen-devstate/functions', export: name }, value);
  const states: DrawnState[] = [];
  for (const { module, struct } of structs) {
    const path = join(
      folder,
      'packages/xen-devstate/src/generated',
      `${module.replace(/^generated\//, '')}.ir.json`,
    );
    if (!existsSync(path)) continue;
    const roots = await resolveSnapshot(path, async (one) =>
      existsSync(one) ? readFileSync(one, 'utf8') : undefined,
    );
    const schema = roots.find(({ name }) => name === struct)?.schema;
    if (schema !== undefined) states.push(...statesOf(module, struct, schema));
  }
  writeFileSync(kept, `${JSON.stringify(states, undefined, 1)}\n`);
  return states;
}

function statesOf(module: string, struct: string, schema: SchemaIR): readonly DrawnState[] {
  const version = versionOf(schema);
  const idstr = schema.structs[struct]?.metadata?.wireName;
  const found = new Map<string, DrawnState>();
  const add = (ir: SchemaIR, count: number, of: number | undefined): void => {
    const section = of === undefined || idstr === undefined ? {} : { section: { idstr, version: of } };
    for (const hex of drawn(ir, count)) found.set(`${of} ${hex}`, { module, struct, ...section, hex });
  };
  add(schema, VALUES, version);
  if (version !== undefined && idstr !== undefined)
    for (let older = version - 1; older >= 0 && older >= version - OLDER; older--)
      add(withVersion(schema, older), OLDER_VALUES, older);
  return [...found.values()];
}

/** May return fewer than requested, or none, if values are hard to find. */
function drawn(ir: SchemaIR, numRuns: number): readonly string[] {
  try {
    const values = new ValidValues(ir, { isEncodable: true, budget: BUDGET });
    return fc
      .sample(values, { seed: SEED, numRuns })
      .map((value) => encodeRoot(ir, value))
      .filter((bytes) => bytes.length <= LARGE)
      .map((bytes) => Buffer.from(bytes).toString('hex'));
  } catch {
    return [];
  }
}

function versionOf({ root }: SchemaIR): number | undefined {
  if (root.kind !== 'bind') return undefined;
  const value = root.bindings.find(({ parameter }) => parameter === 'version')?.value;
  return value?.op === 'constant' && typeof value.value === 'number' ? value.value : undefined;
}

function withVersion(schema: SchemaIR, version: number): SchemaIR {
  if (schema.root.kind !== 'bind') return schema;
  const bindings = schema.root.bindings.map((binding) =>
    binding.parameter === 'version'
      ? { ...binding, value: { op: 'constant' as const, value: version } }
      : binding,
  );
  return { ...schema, root: { ...schema.root, bindings } };
}
