import type { Node } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import type { Definition } from '../data-set.js';
import { isRecord } from '../data-set.js';
import { convertByField } from './alternatives.js';
import type { Slot } from './converted.js';
import { theirsOf } from './converted.js';
import { carriedSize } from './extents.js';
import type { Planned } from './fields.js';
import type { Frame } from './frame.js';
import type { Piece } from './nodes.js';
import { convertNode } from './nodes.js';
import { sizeBy } from './operands.js';
import type { Host, StructBuilder } from './struct-builder.js';
import { fieldAt } from './struct-builder.js';
import { Unconverted } from './unconverted.js';
import type { Whole } from './whole.js';

/**
 * Adds fields at positions. Positions count from the start of the whole, so those within such fields are fields of the
 * outermost struct too.
 */
export function planInstances(
  whole: Whole,
  root: StructBuilder,
  frame: Frame,
  instances: readonly Definition[],
  prefix: string,
): readonly Slot[] {
  return instances.map((instance) => planInstance(whole, root, frame, instance, prefix).slot);
}

function planInstance(
  whole: Whole,
  root: StructBuilder,
  frame: Frame,
  instance: Definition,
  prefix: string,
): Planned {
  const { name = '', position, size, alignment } = instance;
  const slot = root.slot(prefix + name);
  const host: Host = { builder: root, slot, isDirect: true };
  const { definition } = whole.resolve(instance);
  const outer: Frame = { ...frame, builder: root };
  let piece: Piece;
  if (definition.discriminator?.field !== undefined) {
    const { union, values } = convertByField(whole, outer, definition, { ...host, isDirect: false });
    piece = { ...values, node: union, size: undefined };
  } else {
    const { position: _, alignment: __, size: ___, name: ____, ...type } = instance;
    piece = convertNode(whole, frame, type, host, { isPlaced: true });
  }
  let node = piece.node;
  if (typeof size === 'number') node = dsl.sized(size, node) as Node<unknown>;
  else if (size !== undefined)
    node = dsl.sized(
      carriedSize(sizeBy(frame, { op: 'path', path: size }, root), host),
      node,
    ) as Node<unknown>;
  if (typeof position === 'string') {
    const offset = sizeBy(frame, { op: 'path', path: position }, root);
    root.add(slot, dsl.at(node) as Node<unknown>);
    root.relate(($) => fieldAt($, [slot]).at(offset($)));
    // a division that leaves a remainder has no result
    if (alignment !== undefined)
      root.relate(($) => dsl.check(offset($).div(alignment).ge(0), 'an aligned position'));
  } else if (position === undefined || (position < 0 && -position !== (size ?? piece.size))) {
    throw new Unconverted('positions', `at ${position}, from where the field does not go to the end`);
  } else {
    root.add(slot, (position < 0 ? dsl.tail(node) : dsl.at(position, node)) as Node<unknown>);
  }
  frame.plans.set(name, { definition, builder: root, slot, ...(piece.inner && { inner: piece.inner }) });
  const { inner } = piece;
  const within =
    inner === undefined
      ? []
      : planInstances(whole, root, inner, inner.definition.instances ?? [], `${prefix}${name}_`);
  return {
    size: undefined,
    slot: {
      write() {
        throw new Unconverted('positions', 'a value does not say what lies between');
      },
      read: (parts, theirs) => {
        const part = parts.get(slot);
        if (part?.value === undefined) return;
        const value = theirsOf(piece, part);
        if (isRecord(value)) for (const one of within) one.read(parts, value);
        theirs[name] = value;
      },
    },
  };
}
