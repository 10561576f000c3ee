import type { Ending, Node, Size } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import type { Definition } from '../data-set.js';
import type { Frame } from './frame.js';
import { locate } from './frame.js';
import { sizeBy } from './operands.js';
import type { Syntax } from './parse-condition.js';
import { parseCondition } from './parse-condition.js';
import { parsePath } from './parse-path.js';
import { newParameter } from './refer.js';
import { numberNode } from './scalars.js';
import type { Host, Lazy } from './struct-builder.js';
import { Unconverted } from './unconverted.js';
import type { Whole } from './whole.js';

/** How long something is, if a relation does not say so. */
export function extentOf(
  whole: Whole,
  frame: Frame,
  definition: Definition,
  host: Host,
): Size | Ending | undefined {
  const { kind, length, length_type, length_field, count_expr, endianness } = definition;
  switch (kind) {
    case 'fixed':
      if (typeof length === 'number') return length;
      break;
    case 'length_prefixed':
    case 'length_prefixed_items':
      if (length_type !== undefined) return dsl.prefix(numberNode(whole, length_type, endianness));
      break;
    case 'field_referenced':
      if (length_field === undefined) break;
      if (isBounded(frame, length_field, definition)) return undefined;
      return given(frame, { op: 'path', path: length_field }, host);
    case 'computed_count':
      if (count_expr !== undefined) return given(frame, parseCondition(count_expr), host);
      break;
    case 'eof_terminated':
      return dsl.toEnd;
  }
  throw new Unconverted('lengths', `${String(definition.type)} of kind ${kind}`);
}

/** A size by an expression over earlier fields, which a parameter carries into the node. */
function given(frame: Frame, syntax: Syntax, host: Host): Size {
  return carriedSize(sizeBy(frame, syntax, host.builder), host);
}

/** A size that a field's node takes from its struct. */
export function carriedSize(size: Lazy<number>, { builder, slot }: Host): Size {
  const parameter = newParameter('number');
  builder.bind(slot, ($) => parameter.of(size($)));
  return parameter as Size; // of a number
}

/** A size by the path of the field that holds it; nothing where that one is computed from what it bounds. */
export function sizeByField(frame: Frame, path: string, bounded: Definition, host: Host): Size | undefined {
  return isBounded(frame, path, bounded) ? undefined : given(frame, { op: 'path', path }, host);
}

/** Whether a length is computed from what it bounds, so that their relation is all there is to say. */
function isBounded(frame: Frame, lengthField: string, bounded: Definition): boolean {
  const at = locate(frame, parsePath(lengthField));
  const computed = at.frame.plans.get(at.name)?.definition.computed;
  if (computed === undefined) return false;
  if (computed.type === 'length_of' && computed.target !== undefined) {
    const target = locate(at.frame, parsePath(computed.target));
    if (target.name === bounded.name && target.frame === frame && at.frame.builder === frame.builder)
      return true;
  }
  throw new Unconverted('lengths', `${lengthField}, which is computed from something else`);
}

const ENCODINGS = { ascii: 'ascii', utf8: 'utf-8', latin1: 'latin1' } as const;
type TextEncoding = (typeof ENCODINGS)[keyof typeof ENCODINGS] | 'utf-16be' | 'utf-16le';

/** The encoding of a text. */
export function encodingOf(whole: Whole, { encoding = 'utf8', endianness }: Definition): TextEncoding {
  const isBig = endianness === undefined ? whole.isBigEndian : endianness === 'big_endian';
  if (encoding === 'utf16') return isBig ? 'utf-16be' : 'utf-16le';
  const known = ENCODINGS[encoding as keyof typeof ENCODINGS] as TextEncoding | undefined;
  if (known === undefined) throw new Unconverted('encodings', encoding);
  return known;
}

/** A text node. */
export function stringNode(whole: Whole, frame: Frame, definition: Definition, host: Host): Node<string> {
  const { kind, length = 0 } = definition;
  const encoding = encodingOf(whole, definition);
  if (kind === 'fixed') return dsl.string(dsl.padded(length), encoding);
  if (kind === 'null_terminated') return dsl.string(dsl.cstring, encoding);
  return dsl.string(extentOf(whole, frame, definition, host) as Ending<'any'> | Size | undefined, encoding);
}
