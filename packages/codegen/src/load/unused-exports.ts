import type { Node } from '@bytewright/schema-dsl';
import { isNode } from '@bytewright/schema-dsl';

/** A schema that a module exports and that is not a struct. */
export interface OtherExport {
  readonly source: string;
  readonly name: string;
  readonly node: Node<unknown>;
}

/**
 * Those of some exports that no struct consists of. What has no name of its own in the generated code is there only as a part of a struct.
 *
 * @param structs the exported structs of all modules
 */
export function unusedExports(
  others: readonly OtherExport[],
  structs: readonly Node<unknown>[],
): readonly OtherExport[] {
  const wanted = new Set<object>(others.map(({ node }) => node));
  const seen = new Set<object>(structs);
  for (const one of seen) {
    if (wanted.size === 0) break;
    if (wanted.delete(one)) continue;
    for (const part of partsOf(one)) seen.add(part); // sets grow while walked
  }
  return others.filter(({ node }) => wanted.has(node));
}

/** The objects in a definition. */
function partsOf(value: object): readonly object[] {
  const whole: object = isNode(value) ? value.definition : value;
  const values =
    whole instanceof Map ? [...whole.values()] : Object.keys(whole).map((key) => memberOf(whole, key));
  return values.filter((one): one is object => typeof one === 'object' && one !== null);
}

/** A member, which may be a getter of the author's. */
function memberOf(whole: object, key: string): unknown {
  try {
    return Reflect.get(whole, key);
  } catch {
    return undefined; // a fault that compiling the struct tells
  }
}
