import { structsIn } from '../ir/analysis/children.js';
import { virtualHeaders } from '../ir/analysis/virtual-values.js';
import type { NodeIR } from '../ir/node.js';
import type { SchemaIR, StructIR } from '../ir/schema.js';

/** The structs of a schema that contain no faulty one. */
export function soundStructs({ structs }: SchemaIR, faulty: ReadonlySet<string>): SchemaIR['structs'] {
  const entries = Object.entries(structs);
  if (faulty.size === 0) return structs;
  return Object.fromEntries(
    entries.filter(([name]) => ![name, ...reachableFrom(name, structs)].some((other) => faulty.has(other))),
  );
}

/** The names of all structs inside a node. */
export function structsBelow(node: NodeIR, structs: SchemaIR['structs']): ReadonlySet<string> {
  const names = structsIn(node);
  return new Set([...names, ...names.flatMap((name) => [...reachableFrom(name, structs)])]);
}

function reachableFrom(name: string, structs: SchemaIR['structs']): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [name];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const struct = structs[next];
    for (const part of struct === undefined ? [] : partsOf(struct)) {
      if (!found.has(part)) waiting.push(part);
      found.add(part);
    }
  }
  return found;
}

function partsOf(struct: StructIR): readonly string[] {
  const headers = virtualHeaders(struct).map((header) => header.struct);
  return [...headers, ...struct.fields.flatMap(({ node }) => structsIn(node))];
}
