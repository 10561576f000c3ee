import type { NodeIR, StructIR } from '@bytewright/schema-dsl/ir';

/** How many elements a list that goes on "while more is ahead" has, by the struct and the field that hold it. */
export type Counts = Map<string, number>;

type Structs = Readonly<Record<string, StructIR>>;

/**
 * Counts the elements of such lists in a value: binary-parser cannot look ahead, so it is told.
 *
 * @throws Error where one struct holds lists of different lengths, as one parser is made for all of them.
 */
export function countElements(node: NodeIR, value: unknown, structs: Structs, counts: Counts): void {
  switch (node.kind) {
    case 'bind':
      countElements(node.node, value, structs, counts);
      return;
    case 'optional':
      if (value !== undefined) countElements(node.node, value, structs, counts);
      return;
    case 'list':
      for (const item of value as Iterable<unknown>) countElements(node.element, item, structs, counts);
      return;
    case 'union': {
      const members = value as Readonly<Record<string, unknown>>;
      const arm = node.arms.find(({ name }) => name === members[node.tag]);
      if (arm !== undefined) countElements(arm.node, members[node.value], structs, counts);
      return;
    }
    case 'struct':
      countInStruct(node.name, value as Readonly<Record<string, unknown>>, structs, counts);
      return;
    default:
  }
}

function countInStruct(
  name: string,
  value: Readonly<Record<string, unknown>>,
  structs: Structs,
  counts: Counts,
): void {
  for (const field of structs[name]?.fields ?? []) {
    if (field.visibility !== 'value') continue;
    // the members of a flat union are the struct's own
    const member = structs[name]?.flat === field.name ? value : value[field.name];
    if (field.node.kind === 'list' && field.node.extent.kind === 'while') {
      const key = `${name}.${field.name}`;
      const { length } = member as readonly unknown[];
      if ((counts.get(key) ?? length) !== length) throw new Error(`${key} is of different lengths`);
      counts.set(key, length);
    }
    countElements(field.node, member, structs, counts);
  }
}

/** A struct whose lists are as long as they were counted: none where nothing was. */
export function withFixedLists(struct: StructIR, counts: Counts): StructIR {
  const fields = struct.fields.map((field) =>
    field.node.kind === 'list' && field.node.extent.kind === 'while'
      ? {
          ...field,
          node: {
            ...field.node,
            extent: { kind: 'fixed' as const, size: counts.get(`${struct.name}.${field.name}`) ?? 0 },
          },
        }
      : field,
  );
  return { ...struct, fields };
}
