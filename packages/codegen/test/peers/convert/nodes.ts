import type { Node } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import type { Definition } from '../data-set.js';
import { isRecord } from '../data-set.js';
import type { Converted } from './converted.js';
import { partsByName, theirsOf } from './converted.js';
import { extentOf, stringNode } from './extents.js';
import { planField, planSequence } from './fields.js';
import type { Frame, Place, ScalarType } from './frame.js';
import { convertEnumeration, convertNumber, listed, numberNode, widthOf } from './scalars.js';
import type { Host } from './struct-builder.js';
import { StructBuilder } from './struct-builder.js';
import { isEndedByArm } from './terminated-lists.js';
import { Unconverted } from './unconverted.js';
import type { Whole } from './whole.js';

/** A node for a type, and what references to it need. */
export interface Piece extends Converted {
  readonly scalar?: ScalarType | undefined;
  readonly inner?: Frame;
}

/** What is asked of a struct where it is used. */
export interface Use {
  /** Leaves out the first field, a constant that the tag of a union writes. */
  readonly isTagged?: boolean;
  readonly place?: Place;
  /** Leaves the instances to the struct around, which places them. */
  readonly isPlaced?: boolean;
}

const asIs = { toOurs: (value: unknown) => value, toTheirs: (value: unknown) => value };

/** Converts a type into one node. What takes several fields gets a struct around them. */
export function convertNode(
  whole: Whole,
  frame: Frame,
  unresolved: Definition,
  host: Host,
  use: Use = {},
): Piece {
  const { definition, typeName } = whole.resolve(unresolved);
  const { type, kind } = definition;
  if (definition.sequence !== undefined) return convertStruct(whole, frame, definition, typeName, host, use);
  if (widthOf(type) !== undefined) return convertNumber(whole, definition);
  switch (type) {
    case 'bool':
      return { node: dsl.bool, size: 1, scalar: 'boolean', ...asIs };
    case 'enum':
      return convertEnumeration(whole, definition);
    case 'bitfield':
      return convertBitfield(whole, frame, definition, typeName, host);
    case 'string': {
      const size = kind === 'fixed' ? definition.length : undefined;
      return { node: stringNode(whole, frame, definition, host), size, scalar: 'string', ...asIs };
    }
    case 'bytes': {
      const node = dsl.bytes(extentOf(whole, frame, definition, host) as dsl.Size | undefined);
      return { node, size: undefined, toOurs: toBytes, toTheirs: listed };
    }
    case 'array':
      if (!isEndedByArm(definition)) return convertList(whole, frame, definition, host);
      break;
    case 'back_reference':
      return convertBackReference(whole, definition);
    case 'choice':
    case 'optional':
    case 'discriminated_union':
    case undefined:
      break;
    default:
      throw new Unconverted('types', String(type));
  }
  return convertWrapped(whole, frame, definition, typeName, host);
}

const toBytes = (value: unknown): unknown =>
  Array.isArray(value) ? Uint8Array.from(value as number[]) : value;

/** A struct of ours around what takes several fields. */
function convertWrapped(
  whole: Whole,
  frame: Frame,
  definition: Definition,
  typeName: string | undefined,
  host: Host,
): Piece {
  const builder = new StructBuilder(whole.name(typeName ?? `${host.slot}Item`), host);
  const inner: Frame = {
    definition: {},
    parent: frame,
    builder,
    prefix: '',
    plans: new Map(),
    place: undefined,
    isTransparent: true,
  };
  const { slot, size } = planField(whole, inner, { ...definition, name: 'value' });
  return {
    node: builder.node,
    size,
    toOurs: (value, notes) => {
      const ours = {};
      slot.write({ value }, ours, notes);
      return ours;
    },
    toTheirs: (_, parts) => {
      const theirs: { value?: unknown } = {};
      slot.read(partsByName(parts), theirs);
      return theirs.value;
    },
  };
}

/** A struct of its own for one of theirs. */
export function convertStruct(
  whole: Whole,
  parent: Frame | undefined,
  definition: Definition,
  typeName: string | undefined,
  host: Host | undefined,
  use: Use = {},
): Piece & { readonly inner: Frame } {
  const key = use.isTagged === true ? undefined : typeName;
  const open = key === undefined ? undefined : whole.open.get(key);
  if (open !== undefined) return open;
  const builder = new StructBuilder(whole.name(typeName ?? host?.slot ?? 'Root'), host);
  const inner: Frame = {
    definition,
    parent,
    builder,
    prefix: '',
    plans: new Map(),
    place: use.place,
    isTransparent: false,
  };
  const known = new Set((definition.sequence ?? []).map(({ name }) => name));
  const converted = {
    node: builder.node,
    inner,
    size: undefined,
    toOurs: (value: unknown, notes: Parameters<Converted['toOurs']>[1]) => {
      if (!isRecord(value)) return value;
      const ours: Record<string, unknown> = {};
      for (const slot of plan.slots) slot.write(value, ours, notes);
      // what no field is for comes along, for the encoder to refuse
      for (const key of Object.keys(value)) if (!known.has(key) && !names.has(key)) ours[key] = value[key];
      return ours;
    },
    toTheirs: (_: unknown, parts: Parameters<Converted['toTheirs']>[1]) => {
      const theirs = {};
      for (const slot of plan.slots) slot.read(partsByName(parts), theirs);
      return theirs;
    },
  };
  const names = new Set((definition.instances ?? []).map(({ name }) => name));
  if (key !== undefined) whole.open.set(key, converted);
  if (definition.instances !== undefined && parent !== undefined && use.isPlaced !== true)
    throw new Unconverted('positions', 'instances of a type that is repeated, or an alternative');
  const plan = planSequence(whole, inner, definition.sequence ?? [], use.isTagged === true);
  if (key !== undefined) whole.open.delete(key);
  return { ...converted, size: plan.size };
}

/** The parts of an integer, as a struct of bit fields. */
function convertBitfield(
  whole: Whole,
  frame: Frame,
  { fields = [], name = 'Bits' }: Definition,
  typeName: string | undefined,
  host: Host,
): Piece {
  const parts = [...fields].sort((a, b) => a.offset - b.offset);
  const ends = parts.map(({ offset, size }) => offset + size);
  if (parts.some(({ offset }, i) => offset !== (ends[i - 1] ?? 0)))
    throw new Unconverted('bit fields', 'with bits between them');
  const sequence = parts.map((part) => ({ name: part.name, type: 'bit', size: part.size }));
  return convertStruct(whole, frame, { sequence }, typeName ?? `${name}Bits`, host);
}

function convertList(whole: Whole, frame: Frame, definition: Definition, host: Host): Piece {
  const { items, kind, item_length_type, length } = definition;
  if (items === undefined) throw new Unconverted('lists', 'without items');
  const item = convertNode(whole, frame, items, { ...host, isDirect: false });
  const element: Node<unknown> =
    kind === 'length_prefixed_items' && item_length_type !== undefined
      ? (dsl.sized(dsl.prefix(numberNode(whole, item_length_type)), item.node) as Node<unknown>)
      : item.node;
  const extent =
    kind === 'null_terminated'
      ? dsl.endsWith(dsl.literal(dsl.u8, 0))
      : (extentOf(whole, frame, definition, host) as dsl.Ending<'list'> | dsl.Size | undefined);
  const isTyped = item.scalar === 'number' || item.scalar === 'bigint';
  return {
    node: dsl.list(element, extent) as Node<unknown>,
    size:
      kind === 'fixed' && item.size !== undefined && length !== undefined ? item.size * length : undefined,
    toOurs: (value, notes) => {
      if (!Array.isArray(value)) return value;
      const ours = value.map((one) => item.toOurs(one, notes));
      return isTyped ? typedArray(whole.resolve(items).definition, ours) : ours;
    },
    toTheirs: (value, parts) => {
      if (isTyped || !Array.isArray(value)) return listed(value);
      const elements = parts.filter(({ segment }) => typeof segment === 'number');
      if (elements.length === value.length) return elements.map((part) => theirsOf(item, part));
      return value.map((one) => item.toTheirs(one, []));
    },
  };
}

type Items = Iterable<number> & Iterable<bigint>; // of what the type's array takes

const TYPED_ARRAYS: Readonly<Record<string, (items: Items) => ArrayLike<number | bigint>>> = {
  uint8: (items) => Uint8Array.from(items),
  uint16: (items) => Uint16Array.from(items),
  uint32: (items) => Uint32Array.from(items),
  uint64: (items) => BigUint64Array.from(items),
  int8: (items) => Int8Array.from(items),
  int16: (items) => Int16Array.from(items),
  int32: (items) => Int32Array.from(items),
  int64: (items) => BigInt64Array.from(items),
  float32: (items) => Float32Array.from(items),
  float64: (items) => Float64Array.from(items),
};

/** Numbers as the typed array of their type, or as they are where they do not fit it, for the encoder to refuse. */
function typedArray({ type }: Definition, items: readonly unknown[]): unknown {
  const isBig = /64$/.test(String(type)) && type !== 'float64';
  if (!items.every((item) => typeof item === (isBig ? 'bigint' : 'number'))) return items;
  const array = TYPED_ARRAYS[String(type)]?.(items as unknown as Items); // as has just been seen
  return array !== undefined && items.every((item, i) => Object.is(array[i], item)) ? array : items;
}

/** Where what is meant stands further ahead. The number is converted, what it refers to is not. */
function convertBackReference(whole: Whole, { storage = '', endianness }: Definition): Piece {
  const refuse = (): never => {
    throw new Unconverted('back references', 'a value that stands elsewhere in the bytes');
  };
  return {
    node: numberNode(whole, storage, endianness),
    size: (widthOf(storage) ?? 0) / 8,
    toOurs: refuse,
    toTheirs: refuse,
  };
}
