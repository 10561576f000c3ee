import { posix } from 'node:path';
import type { NodeIR, StructIR } from '@bytewright/schema-dsl/ir';
import type { ModulePlan } from '../plan/generation-plan.js';
import { partsOf } from '../plan/parts-of.js';
import type { Snapshot } from './snapshot.js';
import { SNAPSHOT_FORMAT, SNAPSHOT_SUFFIX } from './snapshot.js';

/** The path of the snapshot beside a generated module. */
export const snapshotPath = (output: string): string => output.replace(/\.ts$/, SNAPSHOT_SUFFIX);

/** A snapshot and where it belongs, relative to the configuration. */
export interface PlacedSnapshot {
  readonly path: string;
  readonly snapshot: Snapshot;
}

/**
 * The snapshots of generated modules: each struct is held by the one beside its code, and named in the others that need it. What
 * another package has generated has no snapshot here, so the first that needs it holds it.
 *
 * @param generated plans of the modules for which code is written here
 */
export function snapshotsOf(generated: readonly ModulePlan[]): readonly PlacedSnapshot[] {
  // what a long module was cut into is in its own snapshot
  const plans = generated.filter(({ cutFrom }) => cutFrom === undefined);
  const spoken = new Map(plans.map((plan) => [plan, reached(plan)]));
  const holders = chooseHolders(spoken);
  return plans.map((plan) => {
    const own = [...(spoken.get(plan) ?? [])].map((name) => plan.definitions[name] as StructIR); // it was reached by that name
    const held = own.filter((struct) => holders.get(struct) === plan);
    const uses = new Map<string, string[]>();
    const named = new Set([...plan.exported.values()].flatMap(referencesOf));
    for (const struct of held) for (const part of partsOf(struct)) named.add(part);
    for (const struct of own) {
      const holder = holders.get(struct);
      if (holder === undefined || holder === plan || !named.has(struct.name)) continue;
      const path = relativePath(snapshotPath(plan.output), snapshotPath(holder.output));
      uses.set(path, [...(uses.get(path) ?? []), struct.name]);
    }
    return {
      path: snapshotPath(plan.output),
      snapshot: {
        format: SNAPSHOT_FORMAT,
        source: plan.source,
        exports: Object.fromEntries(plan.exported),
        roots: plan.roots,
        uses: Object.fromEntries(
          [...uses].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, names]) => [path, names.sort()]),
        ),
        structs: Object.fromEntries(held.map((struct) => [struct.name, struct])),
      },
    };
  });
}

/** The module whose snapshot holds each struct. Structs of one identity are one object, whatever module says them. */
function chooseHolders(
  spoken: ReadonlyMap<ModulePlan, ReadonlySet<string>>,
): ReadonlyMap<StructIR, ModulePlan> {
  const holders = new Map<StructIR, ModulePlan>();
  for (const [plan, names] of spoken)
    for (const name of names) {
      const struct = plan.definitions[name];
      const place = plan.homes.get(name);
      const home = place?.cutFrom ?? place;
      if (struct !== undefined && !holders.has(struct))
        holders.set(struct, home !== undefined && spoken.get(home)?.has(name) ? home : plan);
    }
  return holders;
}

/** The structs that a module's exports consist of, by name, in the order in which they are met. */
function reached(plan: ModulePlan): ReadonlySet<string> {
  const names = new Set([...plan.exported.values()].flatMap(referencesOf));
  for (const name of names) for (const part of partsOf(plan.definitions[name] as StructIR)) names.add(part); // sets grow while walked
  return names;
}

/** The struct that an export is, perhaps with parameters bound. */
function referencesOf(node: NodeIR): readonly string[] {
  if (node.kind === 'struct') return [node.name];
  return node.kind === 'bind' ? referencesOf(node.node) : [];
}

function relativePath(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}
