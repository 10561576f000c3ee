import { readdirSync, readFileSync } from 'node:fs';
import { compareSchemas } from '@bytewright/schema-dsl/diff';
import type { SchemaIR } from '@bytewright/schema-dsl/ir';
import { parseSnapshot } from '../../../../codegen/src/snapshot/parse-snapshot.js';
import { printSnapshot } from '../../../../codegen/src/snapshot/print-snapshot.js';
import type { Snapshot } from '../../../../codegen/src/snapshot/snapshot.js';
import { SnapshotError } from '../../../../codegen/src/snapshot/snapshot-error.js';
import type { Seed } from '../seed.js';
import { jsonSeed } from '../seeds/json-seed.js';
import { steeringIn } from '../steering.js';
import type { Fault, Target } from '../target.js';

const FOLDER = new URL('../../../../codegen/test/golden/generated/', import.meta.url);

/** Snapshots of the golden schemas. */
export class SnapshotTarget implements Target {
  readonly name = 'snapshot';
  readonly seeds: readonly Seed[] = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.ir.json'))
    .sort()
    .map((file) => jsonSeed(`golden/${file}`, new Uint8Array(readFileSync(new URL(file, FOLDER)))));

  async draw(): Promise<{ how: []; steps: [] }> {
    return { how: [], steps: [] };
  }

  async execute(bytes: Uint8Array, _: readonly string[], seed: Seed): Promise<Fault | undefined> {
    const text = Buffer.from(bytes).toString('utf8');
    let snapshot: Snapshot;
    try {
      snapshot = parseSnapshot(text);
    } catch (error) {
      if (!(error instanceof SnapshotError)) throw error;
      const steering = steeringIn(error.message);
      return steering === undefined
        ? undefined
        : { kind: 'snapshot: raw control character', detail: steering };
    }
    const printed = printSnapshot(snapshot);
    const again = printSnapshot(parseSnapshot(printed));
    if (again !== printed) return { kind: 'snapshot: printing is not stable', detail: printed.slice(0, 400) };
    const before = schemasOf(parseSnapshot(Buffer.from(seed.bytes).toString('utf8')));
    for (const [name, after] of schemasOf(snapshot)) {
      const was = before.get(name);
      if (was !== undefined) compareSchemas(was, after);
    }
    return undefined;
  }
}

/** The roots of a snapshot that does not use others. */
function schemasOf({ roots, exports, structs, uses }: Snapshot): ReadonlyMap<string, SchemaIR> {
  if (Object.keys(uses).length > 0) return new Map();
  return new Map(
    roots.flatMap((name): [string, SchemaIR][] => {
      const root = exports[name];
      return root === undefined ? [] : [[name, { format: 1, root, structs }]];
    }),
  );
}
