import type { DecodeErrorCode } from '@bytewright/runtime';
import { triedArms } from '../../ir/analysis/arm-tags.js';
import { areDisjoint, firstBytes } from '../../ir/analysis/first-bytes.js';
import { sizeBounds } from '../../ir/analysis/size-bounds.js';
import { structNamed } from '../../ir/analysis/struct-named.js';
import { irOf } from '../../ir/compile.js';
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
  return prefixFailures(irOf(schema)) !== undefined;
}

/**
 * The errors that a strict prefix of an encoding can fail with; `undefined` if the schema is not
 * self-delimiting.
 */
export function prefixFailures(ir: SchemaIR): ReadonlySet<DecodeErrorCode> | undefined {
  const codes = new Set<DecodeErrorCode>(['unexpected-end', 'limit-exceeded']);
  return isDelimited(ir.root, { structs: ir.structs, codes, within: new Set() }) ? codes : undefined;
}

interface Context {
  readonly structs: SchemaIR['structs'];
  /** Collects what a lost end can look like. */
  readonly codes: Set<DecodeErrorCode>;
  /** Structs that are being looked at already. */
  readonly within: ReadonlySet<string>;
}

function isDelimited(node: NodeIR, context: Context): boolean {
  const { structs, codes } = context;
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
    case 'filling':
    case 'atEnd': // after everything else was there, so never in a prefix
      return true;
    case 'bytes':
    case 'string':
      return isExtentDelimited(node.extent, context);
    case 'sized': // its region is there or not; what is in it never sees the input's own end
      return isExtentDelimited(node.size, context);
    case 'list':
      return isExtentDelimited(node.extent, context) && isDelimited(node.element, context);
    case 'struct': {
      if (context.within.has(node.name)) return true;
      const within = new Set([...context.within, node.name]);
      return structNamed(node.name, structs).fields.every((field) =>
        isDelimited(field.node, { ...context, within }),
      );
    }
    case 'processed': // takes the rest of its region, however much that is
      return false;
    case 'optional':
    case 'bind':
      return isDelimited(node.node, context);
    case 'union':
      if (triedArms(node).length > 0) return false;
      return [...node.arms, ...(node.otherwise ? [node.otherwise] : [])].every((arm) =>
        isDelimited(arm.node, context),
      );
    case 'firstOf': {
      // where the first byte chooses the arm, a prefix loses the arm or keeps it, and never turns to another
      // one
      const first = node.arms.map((arm) => firstBytes(arm.node, structs));
      if (
        node.followedBy.length > 0 ||
        first.some((a, i) => first.slice(i + 1).some((b) => !areDisjoint(a, b)))
      )
        return false;
      codes.add('no-arm');
      return first.every(({ empty }) => !empty) && node.arms.every((arm) => isDelimited(arm.node, context));
    }
    case 'custom': // who knows what it makes of less
    case 'search':
      return false; // with another value, less may be enough
    case 'at':
    case 'atEach':
    case 'tail':
    case 'gaps':
    case 'peek':
    case 'lookahead':
    case 'presence':
      return false; // the end of a prefix looks to them like the absence of what they look for
  }
}

function isExtentDelimited(extent: ByteExtentIR | ListExtentIR, context: Context): boolean {
  const { structs, codes } = context;
  switch (extent.kind) {
    case 'fixed':
    case 'expression':
    case 'prefix':
    case 'terminated': // what is cut off is the terminator, or what comes behind it
    case 'padded':
    case 'last': // its last element is missing, or cut short
      return true;
    case 'while': // the end of a prefix looks like the end of the list
    case 'end':
      return false;
    case 'until': {
      // a boundary of fixed size is lost as a whole; of several, another one could be found in its place
      const [boundary, another] = extent.boundaries;
      codes.add('no-boundary');
      return (
        boundary !== undefined &&
        another === undefined &&
        hasOneSize(boundary, structs) &&
        isDelimited(boundary, context)
      );
    }
    case 'sentinel': {
      // half of a longer sentinel could be an element
      const { min, max } = sizeBounds(extent.sentinel, structs);
      return min === 1 && max === 1 && isDelimited(extent.sentinel, context);
    }
  }
}

function hasOneSize(node: NodeIR, structs: SchemaIR['structs']): boolean {
  const { min, max } = sizeBounds(node, structs);
  return min === max && min > 0;
}
