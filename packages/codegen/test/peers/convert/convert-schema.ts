import type { Node } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import type { Suite } from '../data-set.js';
import type { Slot, Values } from './converted.js';
import { partsByName } from './converted.js';
import { planField } from './fields.js';
import type { Frame } from './frame.js';
import { planInstances } from './instances.js';
import { convertStruct } from './nodes.js';
import { StructBuilder } from './struct-builder.js';
import { MeaninglessSchema } from './unconverted.js';
import { Whole } from './whole.js';

/** A schema of theirs in our language. */
export interface ConvertedSchema extends Values {
  readonly node: Node<unknown>;
  /** Whether values do not say all bytes, as some lie between fields at positions: only decoding is held to them. */
  readonly isForDecoding: boolean;
  readonly isLsbFirst: boolean;
  /** Which values of theirs are refused as the language cannot say what they need, if there are any. */
  readonly omission: string | undefined;
}

/**
 * Converts the type of a suite that its cases are of.
 *
 * @throws Unconverted for what the converter cannot say, MeaninglessSchema for what means nothing
 */
export function convertSchema({ schema, test_type }: Suite): ConvertedSchema {
  const whole = new Whole(schema);
  const { definition, typeName } = whole.resolve({ type: test_type });
  const { isLsbFirst } = whole;
  if (definition.sequence === undefined) {
    const converted = convertValue(whole, test_type);
    for (const relate of whole.later) relate();
    return { ...converted, isForDecoding: false, isLsbFirst, omission: whole.omission };
  }
  const { inner, ...root } = convertStruct(whole, undefined, definition, typeName, undefined);
  const { instances } = definition;
  const slots: readonly Slot[] =
    instances === undefined ? [] : planInstances(whole, inner.builder, inner, instances, '');
  for (const relate of whole.later) relate();
  if (instances !== undefined) inner.builder.add(inner.builder.slot('between'), dsl.gaps() as Node<unknown>);
  return {
    node: root.node,
    isForDecoding: instances !== undefined,
    isLsbFirst,
    omission: whole.omission,
    toOurs: (value, notes) => root.toOurs(value, notes),
    toTheirs: (value, parts) => {
      const theirs = root.toTheirs(value, parts);
      if (typeof theirs !== 'object' || theirs === null)
        throw new MeaninglessSchema('a struct without a value');
      for (const slot of slots) slot.read(partsByName(parts), theirs as Record<string, unknown>); // a struct's
      return theirs;
    },
  };
}

/** A type other than a struct, as the only field of one. */
function convertValue(whole: Whole, type: string): Values & { readonly node: Node<unknown> } {
  const builder = new StructBuilder(whole.name(`${type}Value`));
  const frame: Frame = {
    definition: {},
    parent: undefined,
    builder,
    prefix: '',
    plans: new Map(),
    place: undefined,
    isTransparent: true,
  };
  const { slot } = planField(whole, frame, { name: 'value', type });
  return {
    node: builder.node,
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
