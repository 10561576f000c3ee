import type { Node } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import type { Definition } from '../data-set.js';
import { isRecord, plainValue } from '../data-set.js';
import type { Alternative } from './alternatives.js';
import { planUnion } from './alternatives.js';
import { relateComputed } from './computed.js';
import type { Slot, Values } from './converted.js';
import { theirsOf } from './converted.js';
import type { Frame, Plan } from './frame.js';
import type { Piece, Use } from './nodes.js';
import { convertNode } from './nodes.js';
import { conditionBy } from './operands.js';
import { parseCondition } from './parse-condition.js';
import { convertBits, convertNumber, fillerOfBits, widthOf } from './scalars.js';
import type { Host } from './struct-builder.js';
import { fieldAt } from './struct-builder.js';
import { isEndedByArm, planTerminated } from './terminated-lists.js';
import { Unconverted } from './unconverted.js';
import { isUnrolled, planUnrolled } from './unrolled-lists.js';
import type { Whole } from './whole.js';

/** What became of a field, and the bytes that it always takes. */
export interface Planned {
  readonly slot: Slot;
  readonly size: number | undefined;
  /** Of a choice that a constant tells: the field that holds it, its bytes, and the alternatives. */
  readonly choice?: {
    readonly first: string;
    readonly ahead: number;
    readonly alternatives: readonly Alternative[];
  };
}

/** Adds the fields of a struct of theirs to one of ours. */
export function planSequence(
  whole: Whole,
  frame: Frame,
  sequence: readonly Definition[],
  skipsFirst: boolean,
): { readonly slots: readonly Slot[]; readonly size: number | undefined } {
  const slots: Slot[] = [];
  let size: number | undefined = 0;
  let bits = 0;
  const endRun = (): void => {
    if (bits % 8 > 0) frame.builder.add(frame.builder.slot('filler'), fillerOfBits(whole, 8 - (bits % 8)));
    if (size !== undefined) size += Math.ceil(bits / 8);
    bits = 0;
  };
  for (const [i, field] of sequence.entries()) {
    if (skipsFirst && i === 0) {
      slots.push(constantSlot(field));
      continue;
    }
    if (field.type === 'bit') {
      slots.push(planBits(whole, frame, field));
      bits += Number(field.size);
      continue;
    }
    endRun();
    const planned = planField(whole, frame, field);
    slots.push(planned.slot);
    size = size === undefined || planned.size === undefined ? undefined : size + planned.size;
  }
  endRun();
  return { slots, size };
}

/** A constant that a union's tag writes. */
function constantSlot({ name = '', const: constant }: Definition): Slot {
  const value = plainValue(constant);
  return {
    write() {},
    read: (_, theirs) => {
      theirs[name] = value;
    },
  };
}

function planBits(whole: Whole, frame: Frame, definition: Definition): Slot {
  const { name = '', size, conditional, computed } = definition;
  if (conditional !== undefined || computed !== undefined)
    throw new Unconverted('bit fields', 'that are absent or computed');
  const piece = convertBits(whole, Number(size));
  const slot = frame.builder.slot(frame.prefix + name);
  frame.builder.add(slot, piece.node);
  frame.plans.set(name, { definition, builder: frame.builder, slot, scalar: piece.scalar });
  return valueSlot(name, slot, piece);
}

/** Adds a field of theirs to a struct of ours. */
export function planField(whole: Whole, frame: Frame, field: Definition, use: Use = {}): Planned {
  const { definition, typeName } = whole.resolve(field);
  const { name = '', type, conditional } = definition;
  const { builder } = frame;
  if (definition.const !== undefined) return planConstant(whole, frame, definition);
  if (definition.computed !== undefined) return planComputed(whole, frame, definition);
  if (type === 'padding') return planPadding(frame, definition);
  if (conditional === undefined) {
    if (definition.sequence !== undefined && use.place === undefined && whole.reachesOut(definition))
      return planInlined(whole, frame, definition, typeName);
    if (type === 'array' && isUnrolled(whole, definition)) return planUnrolled(whole, frame, definition);
    if (type === 'array' && isEndedByArm(definition)) return planTerminated(whole, frame, definition);
    if (type === 'optional') return planOptional(whole, frame, definition);
    if (type === 'choice' || definition.discriminator !== undefined)
      return planUnion(whole, frame, definition, use);
  }
  const slot = builder.slot(frame.prefix + name);
  const host: Host = { builder, slot, isDirect: true };
  const { conditional: _, ...always } = definition;
  const piece = convertNode(
    whole,
    frame,
    typeName === undefined ? always : { ...always, type: typeName },
    host,
    use,
  );
  if (conditional === undefined) builder.add(slot, piece.node);
  else {
    builder.add(slot, dsl.optional(piece.node) as Node<unknown>);
    const holds = conditionBy(frame, parseCondition(conditional), builder);
    builder.relate(($) => fieldAt($, [slot]).presentWhen(holds($)));
  }
  const size = conditional === undefined ? piece.size : undefined;
  frame.plans.set(name, planOfPiece(frame, definition, slot, piece, size));
  return { slot: valueSlot(name, slot, piece), size };
}

function planOfPiece(
  { builder }: Frame,
  definition: Definition,
  slot: string,
  { scalar, inner }: Piece,
  size: number | undefined,
): Plan {
  return { definition, builder, slot, scalar, size, ...(inner && { inner }) };
}

/** A field that is in the value. */
export function valueSlot(name: string, slot: string, values: Values): Slot {
  return {
    write: (theirs, ours, notes) => {
      if (Object.hasOwn(theirs, name)) ours[slot] = values.toOurs(theirs[name], notes);
    },
    read: (parts, theirs) => {
      const part = parts.get(slot);
      if (part?.value !== undefined) theirs[name] = theirsOf(values, part);
    },
  };
}

function planConstant(whole: Whole, frame: Frame, definition: Definition): Planned {
  const { name = '', const: constant, type, length = 0, kind, encoding } = definition;
  const slot = frame.builder.slot(frame.prefix + name);
  const value = plainValue(constant);
  if (type === 'string' && typeof value === 'string' && kind === 'fixed' && encoding !== 'utf16') {
    // with what fills it up, a constant text is constant bytes
    const bytes = new Uint8Array(length);
    bytes.set(new TextEncoder().encode(value));
    frame.builder.add(slot, dsl.literal(dsl.bytes(), bytes));
    frame.plans.set(name, { definition, builder: frame.builder, slot, size: length });
    const toOurs = (given: unknown): unknown => (given === value ? bytes : given);
    return { slot: givenSlot(name, slot, { toOurs, toTheirs: () => value }), size: length };
  }
  if (widthOf(type) === undefined || (typeof value !== 'number' && typeof value !== 'bigint'))
    throw new Unconverted('constants', `of ${String(type)}`);
  const piece = convertNumber(whole, { ...definition, name: '' });
  const ours = piece.scalar === 'bigint' ? BigInt(value) : Number(value);
  frame.builder.add(slot, dsl.literal(piece.node as Node<number | bigint>, ours));
  frame.plans.set(name, planOfPiece(frame, definition, slot, piece, piece.size));
  return { slot: givenSlot(name, slot, piece), size: piece.size };
}

function planComputed(whole: Whole, frame: Frame, definition: Definition): Planned {
  const { name = '', type, computed, conditional } = definition;
  if (conditional !== undefined || computed === undefined || !/^uint/.test(String(type)))
    throw new Unconverted('computed fields', `of ${String(type)}, or that may be absent`);
  const slot = frame.builder.slot(frame.prefix + name);
  const piece = convertNumber(whole, { ...definition, name: '' });
  frame.builder.add(slot, dsl.derived(piece.node) as Node<unknown>);
  frame.plans.set(name, planOfPiece(frame, definition, slot, piece, piece.size));
  whole.later.push(() => relateComputed(whole, frame, slot, computed, piece.size ?? 0));
  return { slot: givenSlot(name, slot, piece, true), size: piece.size };
}

/** A field that follows from others. It may come along, so that the encoder compares it. */
function givenSlot(name: string, slot: string, values: Values, isComputed = false): Slot {
  const { write, read } = valueSlot(name, slot, values);
  return {
    write: (theirs, ours, notes) => {
      if (isComputed && Object.hasOwn(theirs, name)) notes.given = true;
      write(theirs, ours, notes);
    },
    read,
  };
}

function planPadding({ builder, prefix }: Frame, { name = 'padding', align_to }: Definition): Planned {
  if (align_to === undefined) throw new Unconverted('padding', 'that aligns to nothing');
  if (builder.host !== undefined)
    throw new Unconverted('padding', 'in a struct that is not the outermost one');
  builder.add(builder.slot(prefix + name), dsl.align(align_to) as Node<unknown>);
  return { slot: { write() {}, read() {} }, size: undefined };
}

/** A presence byte, and what follows it if that is set. */
function planOptional(whole: Whole, frame: Frame, definition: Definition): Planned {
  const { name = '', value_type, presence_type = 'uint8' } = definition;
  if (value_type === undefined) throw new Unconverted('types', 'an optional of nothing');
  if (presence_type !== 'uint8' && presence_type !== 'bool')
    throw new Unconverted('optional values', `that a ${presence_type} announces`);
  const { builder, prefix } = frame;
  const flag = builder.slot(`${prefix}${name}_present`);
  builder.add(flag, dsl.derived(dsl.bool) as Node<unknown>);
  const slot = builder.slot(prefix + name);
  const inner: Definition = typeof value_type === 'string' ? { type: value_type } : value_type;
  const piece = convertNode(whole, frame, inner, { builder, slot, isDirect: false });
  builder.add(slot, dsl.optional(piece.node) as Node<unknown>);
  builder.relate(($) => fieldAt($, [flag]).is(dsl.present(fieldAt($, [slot]))));
  frame.plans.set(name, { definition, builder, slot, scalar: piece.scalar });
  return { slot: valueSlot(name, slot, piece), size: undefined };
}

/** The fields of a struct that refers to what is around it, put into the struct around. */
function planInlined(
  whole: Whole,
  frame: Frame,
  definition: Definition,
  typeName: string | undefined,
): Planned {
  const { name = '', sequence = [] } = definition;
  const { builder, prefix } = frame;
  if (definition.instances !== undefined) throw new Unconverted('positions', `instances of ${typeName}`);
  const inner: Frame = {
    definition,
    parent: frame,
    builder,
    prefix: `${prefix}${name}_`,
    plans: new Map(),
    place: undefined,
    isTransparent: false,
  };
  frame.plans.set(name, { definition, builder, slot: '', inner });
  const { slots, size } = planSequence(whole, inner, sequence, false);
  const slot: Slot = {
    write: (theirs, ours, notes) => {
      const value = theirs[name];
      if (isRecord(value)) for (const one of slots) one.write(value, ours, notes);
    },
    read: (parts, theirs) => {
      const value = {};
      for (const one of slots) one.read(parts, value);
      theirs[name] = value;
    },
  };
  const first = [...inner.plans.values()][0];
  frame.plans.set(name, { definition, builder, slot: first?.slot ?? '', inner, size });
  return { slot, size };
}
