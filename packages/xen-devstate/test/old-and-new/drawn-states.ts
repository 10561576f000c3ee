import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { external } from '@bytewright/schema-dsl';
import type { SchemaIR } from '@bytewright/schema-dsl/ir';
import * as fc from 'fast-check';
import { resolveSnapshot } from '../../../codegen/src/revisions/resolve-snapshot.js';
import { encodeRoot } from '../../../schema-dsl/src/interpreter/encode.js';
import { ValidValues } from '../../../schema-dsl/src/testing/valid-values.js';
import * as functions from '../../src/functions/index.js';

/** Bytes of a value that was made up by the old tree's schema. */
export interface DrawnState {
  readonly module: string;
  readonly struct: string;
  /** What a section says of it, where it is a device's. */
  readonly section?: { readonly idstr: string; readonly version: number };
  readonly hex: string;
}

/** Values of each struct, and of each version of a device that is not the newest. */
const VALUES = 4;
const OLDER_VALUES = 2;

/** Versions that are tried below the newest one, which is at times a date. */
const OLDER = 3;

/** States of more bytes are many of something. */
const LARGE = 100_000;

/** Structs that may be tried in vain for one value: what takes more has captures, or is tried on anything. */
const PATIENCE = 20_000;

const SEED = 1;

/**
 * States with what captures lack: every device, its subsections, its older versions. Made from the snapshots beside the old
 * code, so that no change of a schema changes them, and kept beside the old tree, as they take a while.
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

/** Fewer than asked for, or none, where values are hard to find. */
function drawn(ir: SchemaIR, numRuns: number): readonly string[] {
  try {
    const values = new ValidValues(ir, { isEncodable: true, budget: PATIENCE });
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
