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
 * Whether a schema's encodings show by themselves where they end: decode never asks how much input there is,
 * nor tries bytes that it then does not take. No encoding is then the beginning of another one, and what is
 * cut short is refused.
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
      /** What it is that needs to know where the input ends, as in "Note.text ends with the input". */
      readonly reason: string;
    };

/** Whether a schema is self-delimiting, and why not. */
export function delimitingOf(ir: SchemaIR): Delimiting {
  const codes = new Set<DecodeErrorCode>(['unexpected-end', 'limit-exceeded']);
  const context = { structs: ir.structs, codes, within: new Set<string>(), place: '' };
  const reason = openEnd(searchedRoot(ir), context);
  return reason === undefined ? { codes } : { reason };
}

interface Context {
  readonly structs: SchemaIR['structs'];
  /** Collects what a lost end can look like. */
  readonly codes: Set<DecodeErrorCode>;
  /** Structs that are being looked at already. */
  readonly within: ReadonlySet<string>;
  /** The field that is looked at, with its struct. */
  readonly place: string;
}

/** Why a node does not show by itself where it ends; `undefined` if it does. */
function openEnd(node: NodeIR, context: Context): string | undefined {
  const { structs, codes, within, place } = context;
  const because = (reason: string): string => `${place === '' ? '' : `${place} `}${reason}`;
  switch (node.kind) {
    case 'integer':
    case 'float':
    case 'varint': // its last byte is the first one that says so
    case 'enumeration':
    case 'flags':
    case 'boolean':
    case 'bits':
    case 'literal':
    case 'align': // what comes before says how much it fills
    case 'padding':
    case 'atEnd': // after everything else was there, so never in a prefix
      return undefined;
    case 'bytes':
    case 'string':
      return openExtent(node.extent, context, because);
    case 'sized': // its region is there or not; what is in it never sees the input's own end
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
      return because('takes all of its region, however much that is');
    case 'optional':
    case 'bind':
      return openEnd(node.node, context);
    case 'union':
      if (triedArms(node).length > 0)
        return because('tries its arms in turn, and fewer bytes may be another one');
      return firstOfAll([...node.arms, ...(node.otherwise ? [node.otherwise] : [])], (arm) =>
        openEnd(arm.node, context),
      );
    case 'firstOf': {
      // where the first byte chooses the arm, a prefix loses the arm or keeps it, and never turns to another
      // one
      const first = node.arms.map((arm) => firstBytes(arm.node, structs));
      const isChosenByByte =
        node.followedBy.length === 0 &&
        first.every(
          ({ empty }, i) => !empty && first.slice(i + 1).every((b) => areDisjoint(first[i] ?? b, b)),
        );
      if (!isChosenByByte) return because('tries its arms in turn, and fewer bytes may be another one');
      codes.add('no-arm');
      return firstOfAll(node.arms, (arm) => openEnd(arm.node, context));
    }
    case 'custom':
      return because('is a codec by hand, and who knows what it makes of fewer bytes');
    case 'search':
      return because('is searched for a parameter, and with another one fewer bytes may do');
    case 'at':
    case 'atEach':
    case 'tail':
    case 'gaps':
      return because('lies where the end of the input decides');
    case 'peek':
    case 'lookahead':
    case 'presence':
      return because('looks ahead, where the end of the input is an answer too');
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
    case 'terminated': // what is cut off is the terminator, or what comes behind it
    case 'padded':
    case 'last': // its last element is missing, or cut short
      return undefined;
    case 'while':
      return because('goes on while it can, and the end of the input ends it too');
    case 'end':
      return because('ends with the input');
    case 'until': {
      // a boundary of fixed size is lost as a whole; of several, another one could be found in its place
      const [boundary, another] = extent.boundaries;
      codes.add('no-boundary');
      if (boundary === undefined || another !== undefined || !hasOneSize(boundary, structs))
        return because('ends at a boundary of which fewer bytes may be another one');
      return openEnd(boundary, context);
    }
    case 'sentinel': {
      const { min, max } = sizeBounds(extent.sentinel, structs);
      if (min !== 1 || max !== 1) return because('ends at a sentinel, half of which could be an element');
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
