import type { Fields, Node } from '@bytewright/schema-dsl';
import { field, list } from '@bytewright/schema-dsl';
import { fieldNames } from '../vmstate/field-names.js';
import { typeName, vmstate } from '../vmstate/index.js';
import type { DescribedField, DescribedStruct } from './described.js';
import { sizeOfStruct } from './described-size.js';
import { gtreeNode, queueNode } from './list-nodes.js';
import { scalarNode } from './scalar-nodes.js';

/** A node, and what tells it from others: nodes of one key read the same bytes in the same way. */
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
 * The schema of a described struct: its fields in order, then its subsections, as the description says that they were written.
 * Where a description contradicts itself, what it describes is bytes of the size that it gives.
 *
 * Names are made as those of the catalogs are; what QEMU calls a field and its type is in the metadata.
 *
 * @throws TypeError for names that no schema can have; `irOf` of it throws SchemaError for others
 */
export function buildSchema(described: DescribedStruct): Node<unknown> {
  return new SchemaBuilder().build(described);
}

/** Endings of names that are made from that of a struct, of itself and of what it consists of. */
const ENDINGS = ['', 'Subsection', 'Element', 'Elements', 'Node', 'Tree'];

/** Builds schemas that can stand beside one another in one: structs that are the same are one, and others differ in name. */
export class SchemaBuilder {
  readonly #structs = new Map<string, Built>();
  /** Names of structs. The one that `vmstate` makes itself is among them. */
  readonly #names = new Set(['SubsectionStart']);
  /** The number that was given last to each name that several structs would have. */
  readonly #numbers = new Map<string, number>();

  /** See {@link buildSchema}. What has been built already is the same object. */
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
      throw new TypeError(`${described.name} has a subsection twice`);
    const type = this.#typeName(described.name);
    const node = vmstate(described.name, { version: described.version, type }, fieldsOf(fields), subsections);
    const built = { key: `struct ${type}`, node };
    this.#structs.set(shape, built);
    return built;
  }

  /** A name that no struct has, and none that is made from it. */
  #typeName(name: string): string {
    const plain = typeName(name);
    let number = this.#numbers.get(plain) ?? 1;
    let type = number === 1 ? plain : `${plain}${number}`;
    while (ENDINGS.some((ending) => this.#names.has(type + ending))) type = `${plain}${++number}`;
    this.#numbers.set(plain, number);
    for (const ending of ENDINGS) this.#names.add(type + ending);
    return type;
  }

  /** Elements of one field that are described one by one are a list again, if they are alike. */
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

/** Entries of one name that follow one another: the elements of one field. */
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

/** A field, of one element or of several. Elements that take no bytes are none, however many there are said to be. */
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
  return fields as Fields; // an object of computed names; none of them is a number, as those of fieldNames begin with a letter
}
