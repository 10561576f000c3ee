import { joinPath, memberOf } from '@bytewright/runtime/codec';
import type { ListNode, NodeIR } from '../../ir/node.js';
import { isNumberElement } from '../../ir/nodes/typed-array-of.js';
import type { FieldIR, StructIR } from '../../ir/schema.js';
import type { Choice } from './choice.js';
import { armNamed, choiceOf } from './choice.js';
import type { Field } from './field.js';
import { plainNode } from './plain-node.js';
import { joinWirePath, numberNames } from './wire-path.js';

/** What is known about an inner field besides its position. */
interface Inner {
  readonly segment: string | number;
  readonly label?: string;
  readonly wireName?: string;
  readonly node: NodeIR;
  readonly field?: FieldIR;
}

/** A name: the node of a tag's value, for any union. */
const NAME: NodeIR = { kind: 'string', encoding: 'utf-8', extent: { kind: 'end', reserve: 0 } };
const BYTE: NodeIR = { kind: 'integer', type: 'u8' };

/**
 * The fields inside a field: those of a struct, the elements of a list. Bytes, lists of plain numbers and flag sets have
 * none: they are shown as a whole.
 *
 * @example of `drives` in a floppy controller's state: `drives[0]` and `drives[1]`
 */
export function fieldsIn(whole: Field): readonly Field[] {
  const { value, structs } = whole;
  if (value === undefined) return [];
  const node = plainNode(whole.node);
  if (node.kind === 'struct') {
    const definition = structs[node.name];
    return definition === undefined ? [] : structFields(whole, definition);
  }
  if (node.kind === 'union' || node.kind === 'firstOf') return choiceFields(whole, node, false);
  return node.kind === 'list' ? elements(whole, node) : [];
}

/** One element of a field that `fieldsIn` keeps whole; `undefined` if the index is out of range. */
export function elementOf(whole: Field, index: number): Field | undefined {
  const node = plainNode(whole.node);
  const { value } = whole;
  if (value === undefined) return undefined;
  if (node.kind === 'list') {
    if (index >= lengthOf(value)) return undefined;
    return inner(whole, { segment: index, wireName: `[${index}]`, node: node.element });
  }
  if ((node.kind !== 'bytes' && node.kind !== 'padding') || index >= lengthOf(value)) return undefined;
  return inner(whole, { segment: index, wireName: `[${index}]`, node: BYTE });
}

/** The number of elements of an array of any type. */
export function lengthOf(value: unknown): number {
  return typeof value === 'object' && value !== null ? Number(Reflect.get(value, 'length')) || 0 : 0;
}

function structFields(whole: Field, definition: StructIR): Field[] {
  const isWire = ({ visibility }: FieldIR): boolean => visibility !== 'peek' && visibility !== 'assertion';
  const onWire = definition.fields.filter(isWire);
  const names = numberNames(onWire.map(({ name, metadata }) => metadata?.wireName ?? name));
  return onWire.flatMap((field, i): Field[] => {
    if (field.visibility !== 'value') return [];
    const choice = definition.flat === field.name ? choiceOf(field.node) : undefined;
    if (choice !== undefined) return choiceFields(whole, choice, isSubsection(definition));
    return [inner(whole, { segment: field.name, wireName: names[i] ?? field.name, node: field.node, field })];
  });
}

/** The tag, and what it selects. The fields of a subsection's state count as the subsection's own. */
function choiceFields(whole: Field, choice: Choice, isTransparent: boolean): Field[] {
  const name = memberOf(whole.value, choice.tag);
  const arm = armNamed(choice, name);
  if (arm === undefined) return [];
  const tag = inner(whole, { segment: choice.tag, node: NAME });
  const held = inner(whole, {
    segment: arm.member,
    node: arm.node,
    wireName: isTransparent ? '' : arm.member,
  });
  return [tag, held];
}

function elements(whole: Field, { element }: ListNode): readonly Field[] {
  if (isNumberElement(element)) return [];
  const node = plainNode(element);
  const definition = node.kind === 'struct' ? whole.structs[node.name] : undefined;
  const areSubsections = definition !== undefined && isSubsection(definition);
  const fields: Field[] = [];
  for (let index = 0; index < lengthOf(whole.value); index++) {
    const name = areSubsections ? memberOf(memberOf(whole.value, index), 'name') : undefined;
    const label = typeof name === 'string' ? name : undefined;
    fields.push(
      inner(whole, {
        segment: index,
        node: element,
        wireName: label ?? `[${index}]`,
        ...(label && { label }),
      }),
    );
  }
  return fields;
}

/** Whether a struct is made by `subsections()`: `05`, a name, a version, and the content selected by the name. */
export function isSubsection({ fields, flat }: StructIR): boolean {
  const names = fields.map(({ name }) => name);
  return flat !== undefined && names[0] === 'mark' && names[1] === 'name' && names[2] === 'version';
}

/** Whether a field is a struct's list of subsections, which is not a field in QEMU. */
export function holdsSubsections({ node, structs }: Pick<Field, 'node' | 'structs'>): boolean {
  const list = plainNode(node);
  if (list.kind !== 'list') return false;
  const element = plainNode(list.element);
  const definition = element.kind === 'struct' ? structs[element.name] : undefined;
  return definition !== undefined && isSubsection(definition);
}

function inner(whole: Field, { segment, label, wireName, node, field }: Inner): Field {
  const step = typeof segment === 'number' ? `[${segment}]` : segment;
  const made = {
    segments: [...whole.segments, segment],
    path: joinPath(whole.path, step),
    label: label ?? step,
    wireName: wireName ?? step,
    node,
    structs: whole.structs,
    metadata: field?.metadata,
    doc: field?.doc,
    value: memberOf(whole.value, segment),
  };
  const isList = holdsSubsections(made);
  return { ...made, wirePath: isList ? whole.wirePath : joinWirePath(whole.wirePath, made.wireName) };
}
