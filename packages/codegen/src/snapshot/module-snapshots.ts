import { posix } from 'node:path';
import type { SchemaIR, StructIR } from '@bytewright/schema-dsl/ir';
import type { GeneratedFile } from '../generate-modules.js';
import type { ModulePlan, SchemaModule } from '../plan/generation-plan.js';
import { planGeneration } from '../plan/plan-generation.js';
import { printSnapshot } from './print-snapshot.js';
import type { Snapshot } from './snapshot.js';
import { SNAPSHOT_FORMAT, SNAPSHOT_SUFFIX } from './snapshot.js';

/** The snapshots of a set of schema modules, each beside the codec module that is generated of it. */
export function snapshotModules(modules: readonly SchemaModule[]): readonly GeneratedFile[] {
  return planGeneration(modules)
    .filter(({ isElsewhere }) => !isElsewhere)
    .filter((plan) => plan.structs.length > 0 || plan.offered.size > 0)
    .map((plan) => ({ path: snapshotPath(plan.output), text: printSnapshot(snapshotOfPlan(plan)) }));
}

/** A schema module with all that it uses, in one snapshot. */
export function wholeSnapshot({ source, roots, exported }: SchemaModule): Snapshot {
  const structs = new Map<string, StructIR>();
  const add = (schema: SchemaIR): void => {
    for (const [name, struct] of Object.entries(schema.structs))
      if (!structs.has(name)) structs.set(name, struct);
  };
  for (const root of roots) add(root); // first: they have the parameters that they bind
  for (const schema of exported.values()) add(schema);
  return {
    format: SNAPSHOT_FORMAT,
    source,
    roots: roots.map(nameOfRoot),
    structs: sorted(structs),
    uses: {},
  };
}

/** The file that a snapshot is in, beside the generated module. */
export function snapshotPath(output: string): string {
  return output.replace(/\.[cm]?ts$/, SNAPSHOT_SUFFIX);
}

function snapshotOfPlan(plan: ModulePlan): Snapshot {
  const own = new Map<string, StructIR>();
  const uses: [name: string, file: string][] = [];
  const roots = new Map(
    plan.structs.filter(({ isRoot }) => isRoot).map(({ struct }) => [struct.name, struct]),
  );
  for (const [name, struct] of Object.entries(plan.definitions)) {
    const home = plan.homes.get(name) ?? plan;
    // another package's snapshots are not there for this one's readers
    if (home === plan || home.isElsewhere) own.set(name, roots.get(name) ?? struct);
    else uses.push([name, relativePath(plan.output, home.output)]);
  }
  const offered = [...plan.offered.values()].flat();
  return {
    format: SNAPSHOT_FORMAT,
    source: plan.source,
    roots: [...roots.keys(), ...offered],
    structs: sorted(own),
    uses: Object.fromEntries(uses.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function relativePath(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), snapshotPath(to));
  return path.startsWith('.') ? path : `./${path}`;
}

/** By name: the order in which structs are met says nothing, and would change with the first field. */
const sorted = (structs: ReadonlyMap<string, StructIR>): Readonly<Record<string, StructIR>> =>
  Object.fromEntries([...structs].sort(([a], [b]) => (a < b ? -1 : 1)));

const nameOfRoot = ({ root }: SchemaIR): string => (root.kind === 'struct' ? root.name : '');
