import type { DecodeErrorCode } from '@bytewright/runtime';
import { irOf } from '../../compile/ir-of.js';
import { triedArms } from '../../ir/analysis/arm-tags.js';
import { areDisjoint, firstBytes } from '../../ir/analysis/first-bytes.js';
import { searchedRoot } from '../../ir/analysis/searched-root.js';
import { sizeBounds } from '../../ir/analysis/size-bounds.js';
import { structNamed } from '../../ir/analysis/struct-named.js';
import type { ByteExtentIR, ListExtentIR } from '../../ir/extent.js';
import type { NodeIR } from '../../ir/node.js';
import type { SchemaIR } from '../../ir/schema.js';
import type { Node } from '../../language/node.js';

/**
 * Whether the encodings of a schema determine their own end: decode never asks how much input there is, nor tries bytes that
 * it then does not consume. So no encoding is a prefix of another, and truncated input is rejected.
 *
 * @example `string(prefix(u8))` is self-delimiting; `bytes(toEnd)` is not, nor is a presence
 */
export function isSelfDelimiting(schema: Node<unknown>): boolean {
  return delimitingOf(irOf(schema)).reason === undefined;
}

/** Whether a schema is self-delimiting. */
export type Delimiting =
  | {
      /** The errors that a strict prefix of an encoding can fail with. */
      readonly codes: ReadonlySet<DecodeErrorCode>;
      readonly reason?: undefined;
    }
  | {
      readonly codes?: undefined;
      /** The part that depends on where the input ends, as in "Note.text ends with the input". */
      readonly reason: string;
    };

/** Whether a schema is self-delimiting, and if not, why. */
export function delimitingOf(ir: SchemaIR): Delimiting {
  const codes = new Set<DecodeErrorCode>(['unexpected-end', 'limit-exceeded']);
  const context = { structs: ir.structs, codes, within: new Set<string>(), place: '' };
  const reason = openEnd(searchedRoot(ir), context);
  return reason === undefined ? { codes } : { reason };
}

interface Context {
  readonly structs: SchemaIR['structs'];
  /** Collects the errors that a truncated input can cause. */
  readonly codes: Set<DecodeErrorCode>;
  /** Structs that are already being examined. */
  readonly within: ReadonlySet<string>;
  /** The field being examined, with its struct. */
  readonly place: string;
}

/** Why a node does not determine its own end; `undefined` if it does. */
function openEnd(node: NodeIR, context: Context): string | undefined {
  const { structs, codes, within, place } = context;
  const because = (reason: string): string => `${place === '' ? '' : `${place} `}${reason}`;
  switch (node.kind) {
    case 'integer':
    case 'float':
    case 'varint': // its last byte is the first without a continuation bit
    case 'enumeration':
    case 'flags':
    case 'boolean':
    case 'bits':
    case 'literal':
    case 'align': // its size follows from the bytes before it
    case 'padding':
    case 'atEnd': // only reached when everything else is present, so never in a prefix
      return undefined;
    case 'bytes':
    case 'string':
      return openExtent(node.extent, context, because);
    case 'sized': // its region is present or not; its content never sees the end of the input
      return openExtent(node.size, context, because);
    case 'list':
      return openExtent(node.extent, context, because) ?? openEnd(node.element, context);
    case 'struct':
      if (within.has(node.name)) return undefined;
      return firstOfAll(structNamed(node.name, structs).fields, (field) =>
        openEnd(field.node, {
          ...context,
          within: new Set([...within, node.name]),
          place: `${node.name}.${field.name}`,
        }),
      );
    case 'processed':
      return because('takes its whole region, whatever its size');
    case 'optional':
    case 'bind':
      return openEnd(node.node, context);
    case 'union':
      if (triedArms(node).length > 0)
        return because('tries its arms in turn, and fewer bytes may match another one');
      return firstOfAll([...node.arms, ...(node.otherwise ? [node.otherwise] : [])], (arm) =>
        openEnd(arm.node, context),
      );
    case 'firstOf': {
      // if the first byte selects the arm, a prefix loses the arm or keeps it, and never selects another
      const first = node.arms.map((arm) => firstBytes(arm.node, structs));
      const isChosenByByte =
        node.followedBy.length === 0 &&
        first.every(
          ({ empty }, i) => !empty && first.slice(i + 1).every((b) => areDisjoint(first[i] ?? b, b)),
        );
      if (!isChosenByByte) return because('tries its arms in turn, and fewer bytes may match another one');
      codes.add('no-arm');
      return firstOfAll(node.arms, (arm) => openEnd(arm.node, context));
    }
    case 'custom':
      return because('is a hand-written codec, which may accept fewer bytes');
    case 'search':
      return because('searches for a parameter, and fewer bytes may fit another value of it');
    case 'at':
    case 'atEach':
    case 'tail':
    case 'gaps':
      return because('has an offset that depends on the end of the input');
    case 'peek':
    case 'lookahead':
    case 'presence':
      return because('looks ahead, and may see the end of the input');
  }
}

function openExtent(
  extent: ByteExtentIR | ListExtentIR,
  context: Context,
  because: (reason: string) => string,
): string | undefined {
  const { structs, codes } = context;
  switch (extent.kind) {
    case 'fixed':
    case 'expression':
    case 'prefix':
    case 'terminated': // the terminator is cut off, or what follows it
    case 'padded':
    case 'last': // its last element is missing or truncated
      return undefined;
    case 'while':
      return because('continues while it can, and also stops at the end of the input');
    case 'end':
      return because('ends with the input');
    case 'until': {
      // a boundary of fixed size is lost as a whole; with several, another one could be found in its place
      const [boundary, another] = extent.boundaries;
      codes.add('no-boundary');
      if (boundary === undefined || another !== undefined || !hasOneSize(boundary, structs))
        return because('ends at a boundary whose prefix may be another boundary');
      return openEnd(boundary, context);
    }
    case 'sentinel': {
      const { min, max } = sizeBounds(extent.sentinel, structs);
      if (min !== 1 || max !== 1) return because('ends at a sentinel, part of which could be an element');
      return openEnd(extent.sentinel, context);
    }
  }
}

function firstOfAll<T>(all: readonly T[], reasonOf: (one: T) => string | undefined): string | undefined {
  for (const one of all) {
    const reason = reasonOf(one);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function hasOneSize(node: NodeIR, structs: SchemaIR['structs']): boolean {
  const { min, max } = sizeBounds(node, structs);
  return min === max && min > 0;
}
