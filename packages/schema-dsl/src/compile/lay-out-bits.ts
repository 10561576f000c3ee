import type { BitWord } from '../ir/nodes/bits.js';
import { WIDEST_BIT_FIELD } from '../ir/nodes/bits.js';
import { integerTraits } from '../ir/nodes/integer.js';
import { SchemaError } from '../ir/schema-error.js';
import type { BitOrderName, Definition, StructDefinition } from '../language/definition.js';
import { describeDefinition } from '../language/describe-argument.js';
import type { Node } from '../language/node.js';
import { undocumented } from '../language/undocumented.js';
import type { Faults } from './faults.js';

/** The place of a bit field, which its definition alone does not determine. */
export interface BitPlace {
  readonly shift: number;
  readonly position: number;
  readonly word: BitWord;
}

type BitsDefinition = Extract<Definition, { kind: 'bits' }>;

/** A bit field of a run, as written in the schema. */
interface BitField {
  readonly name: string;
  readonly bits: BitsDefinition;
}

/**
 * The places of a struct's bit fields: adjacent ones form a run, those of `bits(…)` are cut from its word.
 *
 * @throws SchemaError if a run is not a whole number of bytes, or is not valid
 */
export function layOutBits(
  definition: StructDefinition,
  nodes: ReadonlyMap<string, Node<unknown>>,
  faults: Faults,
): ReadonlyMap<string, BitPlace> {
  return definition.word === undefined
    ? layOutRuns(definition.name, nodes, faults)
    : layOutWord(definition.name, nodes, definition.word.node, definition.word.order, faults);
}

function layOutRuns(
  struct: string,
  nodes: ReadonlyMap<string, Node<unknown>>,
  faults: Faults,
): ReadonlyMap<string, BitPlace> {
  const places = new Map<string, BitPlace>();
  let run: BitField[] = [];
  /** Whether the run already has a fault, so that its width means nothing. */
  let isBroken = false;
  const close = (next: string | undefined): void => {
    const closed = isBroken ? [] : run;
    const [first] = closed;
    run = [];
    isBroken = false;
    if (first === undefined) return;
    const width = widthOf(closed);
    if (width % 8 !== 0) throw unfilled(struct, closed, next, nodes);
    const order = orderOf(first);
    const word = { size: width / 8, littleEndian: order === 'lsb0' };
    for (const [name, place] of cut(closed, word, order)) places.set(name, place);
  };
  const extend = (field: BitField): void => {
    const path = `${struct}.${field.name}`;
    checkWidth(field.bits, path);
    const [first] = run;
    if (first !== undefined && orderOf(first) !== orderOf(field)) {
      throw new SchemaError(
        'mixed-bit-orders',
        path,
        `is ${orderOf(field)}, but the preceding bit fields, whose bytes it shares, are ${orderOf(first)}; use one order, or put them into separate structs`,
      );
    }
    run.push(field);
  };
  faults.map([...nodes, undefined], (entry) => {
    const [name, node] = entry ?? [];
    const bits = bitsDefinition(node?.definition);
    if (name === undefined || bits === undefined) {
      close(name);
    } else if (!isBroken) {
      isBroken = true;
      extend({ name, bits });
      isBroken = false;
    }
  });
  return places;
}

/** The error for a run that lacks bits, with the fix. */
function unfilled(
  struct: string,
  run: readonly BitField[],
  next: string | undefined,
  nodes: ReadonlyMap<string, Node<unknown>>,
): SchemaError {
  const last = run.at(-1)?.name ?? '';
  const width = widthOf(run);
  const missing = 8 - (width % 8);
  const names = [...nodes.keys()];
  const isSplit =
    next !== undefined &&
    names
      .slice(names.indexOf(next) + 1)
      .some((name) => bitsDefinition(nodes.get(name)?.definition) !== undefined);
  const cure = isSplit
    ? `move ${next}, which is not a bit field, out of the run, or pad it with ${padding(missing)}`
    : `pad it with ${padding(missing)}`;
  return new SchemaError(
    'unfilled-bits',
    `${struct}.${last}`,
    `ends a run of ${bitCount(width)}, ${missing} short of whole bytes; ${cure}`,
  );
}

function layOutWord(
  struct: string,
  nodes: ReadonlyMap<string, Node<unknown>>,
  node: Node<unknown>,
  order: BitOrderName,
  faults: Faults,
): ReadonlyMap<string, BitPlace> {
  const { word, label } = wordOf(node, struct);
  const size = 8 * word.size;
  const run = faults.map([...nodes], ([name, { definition }]): BitField => {
    const path = `${struct}.${name}`;
    const bits = bitsDefinition(definition);
    if (bits === undefined)
      throw new SchemaError(
        'wrong-word',
        path,
        'is not a bit field, as all fields of bits() are; use bit, ubits(…) or ibits(…)',
      );
    checkWidth(bits, path);
    if (bits.order !== undefined && bits.order !== order)
      throw new SchemaError(
        'mixed-bit-orders',
        path,
        `is ${bits.order} in a word that is ${order}; use the order of the word: ubits(…)`,
      );
    if (bits.width > size)
      throw new SchemaError(
        'too-many-bits',
        path,
        `takes ${bitCount(bits.width)}, more than the word ${label} has; use a wider word or a narrower field`,
      );
    return { name, bits };
  });
  const width = widthOf(run);
  if (width < size)
    throw new SchemaError(
      'unfilled-bits',
      struct,
      `its fields take ${bitCount(width)} of the ${size} of ${label}; pad it with ${padding(size - width)}`,
    );
  if (width > size)
    throw new SchemaError(
      'too-many-bits',
      struct,
      `its fields take ${bitCount(width)}, more than the ${size} of ${label}; use a wider word or narrower fields`,
    );
  return new Map(cut(run, word, order));
}

function wordOf(node: Node<unknown>, path: string): { readonly word: BitWord; readonly label: string } {
  const definition = undocumented(node.definition);
  if (definition.kind !== 'integer')
    throw new SchemaError(
      'wrong-word',
      path,
      `the word of bits() is ${describeDefinition(definition)}; use an unsigned integer with a byte order, such as u16be`,
    );
  const { size, signed, byteOrder } = integerTraits(definition);
  if (byteOrder === undefined)
    throw new SchemaError(
      'wrong-word',
      path,
      `the word ${definition.type} inherits its byte order; use ${definition.type}be or ${definition.type}le`,
    );
  if (signed)
    throw new SchemaError(
      'wrong-word',
      path,
      `the word ${definition.type} is signed; use u${definition.type.slice(1)}`,
    );
  return { word: { size, littleEndian: byteOrder === 'little' }, label: definition.type };
}

/** Cuts a word into the fields of a run, from its most or least significant bit. */
function cut(
  run: readonly BitField[],
  word: BitWord,
  order: BitOrderName,
): readonly (readonly [string, BitPlace])[] {
  let position = 0;
  return run.map(({ name, bits: { width } }) => {
    const shift = order === 'lsb0' ? position : 8 * word.size - position - width;
    const place = { shift, position, word };
    position += width;
    return [name, place];
  });
}

function checkWidth({ type, width }: BitsDefinition, path: string): void {
  if (Number.isInteger(width) && width >= 1 && width <= WIDEST_BIT_FIELD) return;
  const name = type === 'signed' ? 'ibits' : 'ubits';
  throw new SchemaError(
    'too-many-bits',
    path,
    `${name}(${width}) has an invalid width for a bit field; use 1 to ${WIDEST_BIT_FIELD} bits`,
  );
}

/** Whether a node is a bit field, which can only be placed by its run. */
export function isBitField(node: Node<unknown>): boolean {
  return bitsDefinition(node.definition) !== undefined;
}

/** The bit field in a definition, inside wrappers that only name, hide or fix its value. */
function bitsDefinition(definition: Definition | undefined): BitsDefinition | undefined {
  switch (definition?.kind) {
    case 'bits':
      return definition;
    case 'bind':
    case 'derived':
    case 'documented':
    case 'enumeration':
    case 'literal':
      return bitsDefinition(definition.node.definition);
    default:
      return undefined;
  }
}

const orderOf = ({ bits }: BitField): BitOrderName => bits.order ?? 'msb0';
const widthOf = (run: readonly BitField[]): number => run.reduce((sum, { bits }) => sum + bits.width, 0);
const bitCount = (bits: number): string => (bits === 1 ? '1 bit' : `${bits} bits`);
const padding = (bits: number): string =>
  `literal(ubits(${bits}), 0), or ubits(${bits}) to keep what is there`;
