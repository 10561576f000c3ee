import type { Fields, Node } from '@bytewright/schema-dsl';
import { field, list } from '@bytewright/schema-dsl';
import { fieldNames } from '../vmstate/field-names.js';
import { typeName, vmstate } from '../vmstate/index.js';
import type { DescribedField, DescribedStruct } from './described.js';
import { sizeOfStruct } from './described-size.js';
import { gtreeNode, queueNode } from './list-nodes.js';
import { scalarNode } from './scalar-nodes.js';

/** A node and its key: nodes with equal keys decode the same bytes in the same way. */
interface Built {
  readonly key: string;
  readonly node: Node<unknown>;
}

/** A field of a schema, under QEMU's name for it. */
interface BuiltField extends Built {
  readonly wireName: string;
  readonly wireType: string;
}

/**
 * Builds the schema of a described struct: its fields in order, then its subsections, as the description says they were
 * written. If a description contradicts itself, that part becomes bytes of the given size.
 *
 * Names are derived as in the catalogs; QEMU's names of fields and types are in the metadata.
 *
 * @throws TypeError for names that no schema can have; `irOf` throws SchemaError for others
 */
export function buildSchema(described: DescribedStruct): Node<unknown> {
  return new SchemaBuilder().build(described);
}

/** Suffixes of the type names derived from the name of a struct, for itself and its parts. */
const ENDINGS = ['', 'Subsection', 'Element', 'Elements', 'Node', 'Tree'];

/** Builds schemas that can be combined in one: equal structs are shared, and different ones have different names. */
export class SchemaBuilder {
  readonly #structs = new Map<string, Built>();
  /** The names of structs, including the one that `vmstate` defines itself. */
  readonly #names = new Set(['SubsectionStart']);
  /** The last number assigned to each name that several structs would have. */
  readonly #numbers = new Map<string, number>();

  /** See {@link buildSchema}. Returns the same object for equal structs. */
  build(described: DescribedStruct): Node<unknown> {
    return this.#struct(described).node;
  }

  #struct(described: DescribedStruct): Built {
    const fields = this.#fields(described.fields);
    const parts = described.subsections.map((part) => [part.name, this.#struct(part)] as const);
    const shape = JSON.stringify([
      described.name,
      fields.map(({ wireName, wireType, key }) => [wireName, wireType, key]),
      parts.map(([name, { key }]) => [name, key]),
    ]);
    const known = this.#structs.get(shape);
    if (known !== undefined) return known;
    const subsections = Object.fromEntries(parts.map(([name, { node }]) => [name, node]));
    if (Object.keys(subsections).length < parts.length)
      throw new TypeError(`${described.name} has a duplicate subsection`);
    const type = this.#typeName(described.name);
    const node = vmstate(described.name, { version: described.version, type }, fieldsOf(fields), subsections);
    const built = { key: `struct ${type}`, node };
    this.#structs.set(shape, built);
    return built;
  }

  /** A name that is unused, including all names derived from it. */
  #typeName(name: string): string {
    const plain = typeName(name);
    let number = this.#numbers.get(plain) ?? 1;
    let type = number === 1 ? plain : `${plain}${number}`;
    while (ENDINGS.some((ending) => this.#names.has(type + ending))) type = `${plain}${++number}`;
    this.#numbers.set(plain, number);
    for (const ending of ENDINGS) this.#names.add(type + ending);
    return type;
  }

  /** Combines elements of one field that are described one by one into a list, if they are equal. */
  #fields(described: readonly DescribedField[]): readonly BuiltField[] {
    return runsOf(described).flatMap((run) => {
      const parts = run.map((part) => ({ part, element: this.#element(part) }));
      const [first] = parts;
      if (first === undefined) return [];
      const { part, element } = first;
      if (parts.length === 1 && part.index === undefined)
        return [fieldOf(part, element, part.count, part.name)];
      if (parts.every((other) => other.element.key === element.key && other.part.type === part.type))
        return [fieldOf(part, element, countOf(run), part.name)];
      let index = 0;
      return parts.map((other) => {
        const wireName = `${part.name}[${index}]`;
        index += other.part.count ?? 1;
        return fieldOf(other.part, other.element, other.part.count, wireName);
      });
    });
  }

  /** One element of a field. */
  #element(part: DescribedField): Built {
    const { type, size, structs } = part;
    const whole = { key: `${type} ${size}`, node: scalarNode(type, size) };
    switch (type) {
      case 'qtailq':
      case 'qlist':
      case 'gtree': {
        const elements = structs.map((described) => this.#sized(described));
        const make = type === 'gtree' ? gtreeNode : queueNode;
        const made = make(this.#typeName(part.name), size, elements);
        return made === undefined ? whole : { key: `${type} ${elements.map(({ key }) => key)}`, node: made };
      }
      default: {
        const [described, ...more] = structs;
        if (described === undefined || more.length > 0 || sizeOfStruct(described) !== size) return whole;
        return this.#struct(described);
      }
    }
  }

  #sized(described: DescribedStruct): Built & { readonly size: number } {
    return { ...this.#struct(described), size: sizeOfStruct(described) };
  }
}

/** Groups consecutive entries with the same name: the elements of one field. */
function runsOf(described: readonly DescribedField[]): readonly (readonly DescribedField[])[] {
  const runs: DescribedField[][] = [];
  for (const part of described) {
    const last = runs.at(-1);
    if (last?.[0]?.name === part.name) last.push(part);
    else runs.push([part]);
  }
  return runs;
}

function countOf(run: readonly DescribedField[]): number {
  return run.reduce((sum, { count = 1 }) => sum + count, 0);
}

/** A field with one or more elements. Elements without bytes are left out, whatever their number. */
function fieldOf(
  { type, size }: DescribedField,
  { key, node }: Built,
  count: number | undefined,
  wireName: string,
): BuiltField {
  const isList = count !== undefined && count * size > 0;
  return {
    wireName,
    wireType: type,
    key: isList ? `${count} of ${key}` : key,
    node: isList ? list(node, count) : node,
  };
}

function fieldsOf(built: readonly BuiltField[]): Fields {
  const names = fieldNames(built.map(({ wireName }) => wireName));
  const fields: Record<string, Node<unknown>> = {};
  for (const [i, { wireName, wireType, node }] of built.entries()) {
    const named = wireName.trim() === '' ? field(node) : field(node).wireName(wireName);
    fields[names[i] ?? wireName] = wireType.trim() === '' ? named : named.wireType(wireType);
  }
  return fields as Fields; // an object with computed names; none of them is a number, as names from fieldNames begin with a letter
}
