import type { Node } from '@bytewright/schema-dsl';
import { isNode } from '@bytewright/schema-dsl';
import type { Expression, NodeIR, SchemaIR } from '@bytewright/schema-dsl/ir';
import { irOf, structNamed } from '@bytewright/schema-dsl/ir';

/** A struct that a schema module exports, perhaps with parameters bound. */
export interface ExportedStruct {
  /** The struct's name. */
  readonly name: string;
  /** The name that it is exported by. */
  readonly as: string;
  /** The representation as it is exported: with what is bound. */
  readonly schema: SchemaIR;
  /** The same with what is bound as the parameters' defaults, which hold where it is decoded by itself. */
  readonly alone: SchemaIR;
  /** A parameter that nothing gives a value, so that the struct does not decode by itself. */
  readonly unbound: string | undefined;
}

/** What a schema module exports. */
export interface Exports {
  /** Structs, each once by its name. */
  readonly structs: readonly ExportedStruct[];
  /** Structs of a name that another export has, bound otherwise or another struct altogether. */
  readonly repeated: readonly { readonly struct: ExportedStruct; readonly first: ExportedStruct }[];
  /** Schemas that are not structs, by the names that they are exported by. */
  readonly others: ReadonlyMap<string, Node<unknown>>;
  /** What compiling the exports threw, each by itself. */
  readonly errors: readonly unknown[];
}

/**
 * Reads what a schema module exports. Of several exports of one struct the first is taken.
 *
 * @param exports the module's namespace
 */
export function exportedStructs(exports: Readonly<Record<string, unknown>>): Exports {
  const structs = new Map<string, ExportedStruct>();
  const found: ExportedStruct[] = [];
  const others = new Map<string, Node<unknown>>();
  const errors: unknown[] = [];
  for (const [as, value] of Object.entries(exports)) {
    if (!isNode(value)) continue;
    if (!isStruct(value)) {
      others.set(as, value);
      continue;
    }
    try {
      const struct = exportedStruct(as, value);
      found.push(struct);
      if (!structs.has(struct.name)) structs.set(struct.name, struct);
    } catch (error) {
      errors.push(error);
    }
  }
  const repeated = found.flatMap((struct) => {
    const first = structs.get(struct.name) as ExportedStruct; // each has set one of its name
    const isOther = struct !== first && JSON.stringify(struct.schema) !== JSON.stringify(first.schema);
    return isOther && !isLessBound(struct, first) ? [{ struct, first }] : [];
  });
  return { structs: [...structs.values()], repeated, others, errors };
}

/** Whether a node is a struct, or one with parameters bound or a description. */
function isStruct({ definition }: Node<unknown>): boolean {
  if (definition.kind === 'bind' || definition.kind === 'documented') return isStruct(definition.node);
  return definition.kind === 'struct';
}

function exportedStruct(as: string, node: Node<unknown>): ExportedStruct {
  const schema = irOf(node, { allowParameters: true });
  const { name, bound } = structIn(schema.root);
  const struct = structNamed(name, schema.structs);
  const parameters = struct.parameters.map((parameter) => {
    const value = bound.get(parameter.name);
    if (value?.op !== 'constant') return parameter;
    const { candidates: _, ...rest } = parameter;
    return { ...rest, default: value.value };
  });
  const structs = { ...schema.structs, [name]: { ...struct, parameters } };
  return {
    name,
    as,
    schema,
    alone: { ...schema, root: { kind: 'struct', name }, structs },
    unbound: parameters.find((parameter) => parameter.default === undefined)?.name,
  };
}

/** The struct that a representation begins with, and what is bound in it: the innermost of several bindings holds. */
function structIn(root: NodeIR): { readonly name: string; readonly bound: ReadonlyMap<string, Expression> } {
  if (root.kind === 'struct') return { name: root.name, bound: new Map() };
  if (root.kind !== 'bind') throw new TypeError(`a struct was compiled to a ${root.kind}`);
  const { name, bound } = structIn(root.node);
  const outer = root.bindings.map(({ parameter, value }) => [parameter, value] as const);
  return { name, bound: new Map([...outer, ...bound]) };
}

/** Whether one is the same struct as another, with nothing bound. */
function isLessBound(struct: ExportedStruct, other: ExportedStruct): boolean {
  return (
    struct.schema.root.kind === 'struct' &&
    JSON.stringify(struct.schema.structs) === JSON.stringify(other.schema.structs)
  );
}
