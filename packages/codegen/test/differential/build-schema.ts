import type { Node } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import type { FloatType, IntegerType } from '@bytewright/schema-dsl/ir';
import { backwards, byteSum, dozens, invertBytes, vowels } from './own-code.js';
import type {
  AffinePlan,
  BitsPlan,
  ConditionPlan,
  ExtentPlan,
  NodePlan,
  PiecePlan,
  PrefixPlan,
  StructPlan,
  TextTest,
  VarintPlan,
} from './schema-plan.js';
import { WIDE_TYPES } from './schema-plan.js';

/** Field names, some of which generated functions use themselves. */
const NAMES = [
  'value',
  'offset',
  'size',
  'item',
  'data',
  'index',
  'type',
  'end',
  'bytes',
  'limit',
  'x',
  'xSize',
];

const limit = dsl.parameter('limit', dsl.u8);
/** Bound nowhere but by chance. */
const level = dsl.parameter('level', dsl.u8, { default: 1 });
/** Searched for. */
const width = dsl.parameter('width', dsl.u8);

const external = <T>(name: string, value: T): dsl.External<T> =>
  dsl.external({ module: './own-code.js', export: name }, value);
const inverted = external('invertBytes', invertBytes);

// What is built here is known only at run time, so the language's types cannot follow.
type Loose = Record<string, never>;
type Expr = dsl.Expr<number>;
type References = Record<
  string,
  Expr & { $: References } & Record<string, (...args: readonly unknown[]) => dsl.Relation>
>;
type Relate = ($: References) => dsl.Relation;

/** What checksums of made-up schemas cover beside their spans; a size of 256 and more does not fit. */
const HEADER = dsl.struct('Header', { size: dsl.u8 });

const integers = dsl as unknown as Record<IntegerType, Node<number>>;
const floats = dsl as unknown as Record<FloatType, Node<number>>;

/** The node of a type that a length or count can have. */
const MEMBERS = { a: 1, b: 2, it: 3, c: 0 };

function varintNode({ encoding, bits }: VarintPlan, isPreserved: boolean): Node<unknown> {
  const node = { uleb128: dsl.uleb128, sleb128: dsl.sleb128, zigzag: dsl.zigzag }[encoding](bits);
  return isPreserved && bits > 7 ? dsl.preserve(node) : node;
}

const ORDERS = { msb0: dsl.msb0, lsb0: dsl.lsb0 } as const;

function bitsNode({ type, width }: BitsPlan, order: dsl.BitOrder): Node<unknown> {
  if (type === 'boolean') return order.bit;
  return type === 'signed' ? order.ibits(width) : order.ubits(width);
}

/** A constant bit field, of as much of the value as fits. */
function constantBits({ type, width, value }: BitsPlan, node: Node<unknown>): Node<unknown> {
  const fitting = BigInt.asUintN(Math.max(0, type === 'signed' ? width - 1 : width), BigInt(value));
  const constant = type === 'boolean' ? value % 2 === 0 : width > 48 ? fitting : Number(fitting);
  return dsl.literal(node as Node<never>, constant as never);
}

/** Builds a schema from its plan. Parameters that nothing else binds are bound at the root. */
export function buildSchema(plan: StructPlan): Node<unknown> {
  const builder = new SchemaBuilder();
  const root = builder.struct(plan, plan.isEnded);
  if (!builder.usesParameter) return root;
  const fields = { order: dsl.u8, root } as unknown as Loose;
  const order = ($: References): dsl.Expr<'big' | 'little'> =>
    ($.order as unknown as dsl.Expr<number>).eq(1).choose('little', 'big');
  return dsl
    .struct('Whole', fields)
    .where((($: References) => [
      $.root?.with?.(limit.of(2), dsl.endianness.of(order($))),
    ]) as never) as Node<unknown>;
}

class SchemaBuilder {
  usesParameter = false;
  #structs = 0;

  struct(plan: StructPlan, isEnded = false): Node<unknown> {
    const name = `Part${++this.#structs}`;
    const fields: Record<string, Node<unknown>> = {};
    const relations: Relate[] = [];
    const numbers: string[] = [];
    let choice: string | undefined;
    const self = (): Node<unknown> => built;
    const fresh = (): string => NAMES[Object.keys(fields).length] ?? `f${Object.keys(fields).length}`;
    const add = (node: Node<unknown>): string => {
      const field = fresh();
      fields[field] = node;
      return field;
    };
    const number = (type: IntegerType): string => {
      const field = add(this.integer(type));
      if (!WIDE_TYPES.includes(type)) numbers.push(field);
      return field;
    };
    const condition = (
      $: References,
      { of, op, value, isNegated, also }: ConditionPlan,
      known: number,
    ): dsl.Expr<boolean> => {
      const compared = (index: number): Expr => $[numbers[index % known] ?? ''] as Expr;
      const result = compared(of)[op](value);
      const whole = also === undefined ? result : result[also.op](compared(also.of).lt(also.below));
      return isNegated ? whole.not() : whole;
    };
    const affine = (of: Expr, { times, by, plus, isMinus }: AffinePlan): Expr => {
      const whole = times === 1 ? of : of.times(times);
      const product = by === 1 ? whole : whole.div(by);
      return isMinus ? dsl.constant(50 + plus).minus(product) : plus === 0 ? product : product.plus(plus);
    };
    const bitField = (plan: BitsPlan, order: dsl.BitOrder): void => {
      const node = bitsNode(plan, order);
      const of = numbers[plan.value % numbers.length];
      const isNumber = plan.type !== 'boolean' && plan.width <= 48;
      if (plan.role === 'derived' && of !== undefined && (isNumber || plan.type === 'boolean')) {
        const n = add(dsl.derived(node));
        relations.push(($) => {
          const formula = isNumber ? ($[of] as Expr).plus(plan.value) : ($[of] as Expr).lt(plan.value);
          return $[n]?.is(formula as never) as dsl.Relation;
        });
        return;
      }
      if (plan.role === 'constant') {
        add(constantBits(plan, node));
        return;
      }
      if (isNumber && plan.type === 'unsigned' && plan.value > 11) {
        const enumeration = plan.value > 13 ? dsl.enumeration : dsl.openEnumeration;
        add(enumeration(node as Node<number>, { zero: 0, one: 1 }));
        return;
      }
      const field = add(node);
      if (!isNumber) return;
      numbers.push(field);
      if (plan.isChecked) relations.push(($) => dsl.check(($[field] as Expr).lt(2 ** (plan.width - 1))));
    };
    const gap = (has: boolean): void => {
      if (has) number('u8');
    };
    const one = (piece: PiecePlan): void => {
      switch (piece.kind) {
        case 'plain': {
          if (piece.node.kind === 'integer') number(piece.node.type);
          else if (piece.node.kind === 'varint' && !piece.node.isPreserved && piece.node.varint.bits < 54)
            numbers.push(add(this.node(piece.node, self)));
          else {
            const field = add(this.node(piece.node, self));
            if (piece.node.kind === 'firstOf') choice = field;
          }
          break;
        }
        case 'constant':
          add(this.constant(piece.text, piece.isPrefixed));
          break;
        case 'length': {
          const n = add(dsl.derived(this.counter(piece.type)));
          gap(piece.gap);
          const x = add(this.node(piece.node, self, true));
          relations.push(
            ($) => $[n]?.is(affine(dsl.byteLength($[x] as never), piece.affine) as never) as dsl.Relation,
          );
          break;
        }
        case 'total': {
          const n = add(dsl.derived(this.counter(piece.type)));
          const first = add(this.node(piece.first, self));
          const second = add(this.node(piece.second, self, true));
          relations.push(
            ($) =>
              $[n]?.is(
                dsl.byteLength($[second] as never).plus(dsl.byteLength($[first] as never)) as never,
              ) as dsl.Relation,
          );
          break;
        }
        case 'count': {
          const n = add(dsl.derived(this.counter(piece.type)));
          gap(piece.gap);
          const x = add(dsl.list(this.node(piece.element, self)));
          relations.push(
            ($) => $[n]?.is(affine(dsl.count($[x] as never), piece.affine) as never) as dsl.Relation,
          );
          break;
        }
        case 'sum': {
          if (numbers.length === 0) break;
          const of = numbers[piece.of % numbers.length] ?? '';
          const n = add(dsl.derived(this.counter(piece.type)));
          relations.push(($) => $[n]?.is(($[of] as Expr).plus(piece.plus) as never) as dsl.Relation);
          break;
        }
        case 'flagged': {
          const flag = add(dsl.derived(dsl.bool));
          const x = add(dsl.optional(this.node(piece.node, self)));
          relations.push(($) => $[flag]?.is(dsl.present($[x] as never) as never) as dsl.Relation);
          break;
        }
        case 'setFlag': {
          const set = add(this.flags('u8', [0, 7], false));
          const x = add(dsl.optional(this.node(piece.node, self)));
          relations.push(($) => $[x]?.presentWhen?.($[set]?.$.flag7) as dsl.Relation);
          break;
        }
        case 'conditional': {
          if (numbers.length === 0) number('u8');
          const known = numbers.length;
          const optional = dsl.optional(this.node(piece.node, self));
          const x = add(piece.isHidden ? dsl.derived(optional) : optional);
          relations.push(($) => $[x]?.presentWhen?.(condition($, piece.when, known)) as dsl.Relation);
          break;
        }
        case 'version': {
          if (numbers.length === 0) number('u8');
          const of = numbers[piece.from % numbers.length] ?? '';
          this.usesParameter = true;
          const [low, high] = [Math.min(piece.from, piece.to), Math.max(piece.from, piece.to)];
          const node = this.node(piece.node, self);
          const versioned = dsl.struct(`Part${++this.#structs}`, {
            x:
              low < high
                ? dsl.between(limit, low, high, node)
                : (piece.to % 2 === 0 ? dsl.since : dsl.before)(limit, low, node),
          } as unknown as Loose);
          const x = add(versioned);
          relations.push(($) => $[x]?.with?.(limit.of($[of] as Expr)) as dsl.Relation);
          break;
        }
        case 'choice': {
          const { tag: kind, arms, otherwise, isFallback } = piece;
          const constants = {
            number: [0, 1, 2],
            bigint: [0n, 1n, 2n],
            string: ['a', 'b', 'it'],
            derived: ['a', 'b', 'c'],
            derivedNumber: [0, 1, 2],
            member: ['a', 'b', 'it'],
            derivedMember: ['a', 'it', 'b'],
            openMember: ['a', 7, 'it'],
            bytes: [Uint8Array.of(0), [Uint8Array.of(1), Uint8Array.of(2)], Uint8Array.of(3)],
            ranges: [dsl.range(0, 1), [2, dsl.range(4, 6)], 3],
            derivedRanges: [dsl.range(0, 1), 2, [3, 5]],
            expression: [1, [2, 3], 4],
            tried: [0, [0], 1],
          };
          const members = dsl.enumeration(dsl.u8, MEMBERS);
          const openMembers = dsl.openEnumeration(dsl.uleb128(14), MEMBERS);
          const tagNodes = {
            number: dsl.u8,
            bigint: dsl.u64be,
            string: dsl.string(dsl.prefix(dsl.u8)),
            derived: dsl.derived(dsl.string(1)),
            derivedNumber: dsl.derived(dsl.u16be),
            member: dsl.openEnumeration(dsl.u8, MEMBERS),
            derivedMember: dsl.derived(members),
            openMember: dsl.derived(openMembers),
            bytes: dsl.bytes(1),
            ranges: dsl.u8,
            derivedRanges: dsl.derived(dsl.u8),
            expression: dsl.u8,
            tried: dsl.u8,
          };
          const isMember = kind === 'derivedMember' || kind === 'openMember';
          const isDerived =
            kind === 'derived' || kind === 'derivedNumber' || kind === 'derivedRanges' || isMember;
          const tag = kind === 'number' ? number('u8') : add(tagNodes[kind]);
          const names = ['a', 'b', 'c-d'];
          const all = Object.fromEntries(
            arms.map((arm, i) => [
              names[i],
              dsl.on((constants[kind][i] ?? 0) as never, this.node(arm, self)),
            ]),
          );
          const x = add(
            dsl.union(all, {
              tag: 'kind',
              value: 'content',
              ...(otherwise === undefined ? {} : { otherwise: this.node(otherwise, self), raw: 'unknown' }),
              ...(isDerived && (otherwise !== undefined || kind === 'derivedRanges')
                ? { rawTag: 'text' }
                : {}),
              ...(isFallback && otherwise !== undefined ? { fallback: 'no arm fits' } : {}),
              ...(isMember && otherwise !== undefined
                ? { tags: kind === 'openMember' ? openMembers : members }
                : {}),
            } as never),
          );
          choice = x;
          relations.push(($) =>
            isDerived
              ? ($[tag]?.is(dsl.tagOf($[x] as never) as never) as dsl.Relation)
              : ($[x]?.tag?.(kind === 'expression' ? ($[tag] as Expr).plus(1) : $[tag]) as dsl.Relation),
          );
          if (piece.demand !== undefined) {
            const demand = this.node(piece.demand, self);
            relations.push(($) => $[x]?.followedBy?.(demand) as dsl.Relation);
          }
          break;
        }
        case 'tagged':
          choice = this.tagged(piece, self, add, relations);
          break;
        case 'tested': {
          const text = add(dsl.string(dsl.prefix(dsl.u8)));
          const x = add(dsl.optional(this.node(piece.node, self)));
          relations.push(($) => $[x]?.presentWhen?.(tested($[text] as never, piece.test)) as dsl.Relation);
          break;
        }
        case 'formula': {
          const n = add(dsl.derived(this.counter(piece.type)));
          const x = add(this.node(piece.node, self, piece.how === 'twice'));
          relations.push(($) => {
            const size = dsl.byteLength($[x] as never);
            const is = $[n]?.is as Expr['is'];
            if (piece.how === 'twice') return is(size);
            return is(
              size.gt(2).choose(1, 0),
              piece.how === 'encode' ? { encode: size.le(2).choose(0, 1) } : undefined,
            );
          });
          if (piece.how === 'twice')
            relations.push(($) => ($[n] as Expr).is(dsl.byteLength($[x] as never).plus(0)));
          break;
        }
        case 'presence':
          add(dsl.presence(this.mark(piece.mark, piece.isStruct)));
          break;
        case 'lookahead':
          add(dsl.lookahead(this.node(piece.node, self)));
          break;
        case 'peeked': {
          const peeked = add(dsl.peek(dsl.u8));
          const x = add(dsl.optional(this.node(piece.node, self)));
          relations.push(($) => $[x]?.presentWhen?.(($[peeked] as Expr).eq(piece.value)) as dsl.Relation);
          break;
        }
        case 'bound': {
          if (numbers.length === 0) number('u8');
          const of = numbers[piece.of % numbers.length] ?? '';
          const x = add(this.node(piece.node, self));
          const bound = piece.by === 'limit' ? limit : level;
          relations.push(($) => $[x]?.with?.(bound.of(($[of] as Expr).plus(piece.plus))) as dsl.Relation);
          break;
        }
        case 'checksum': {
          const { algorithm, type, isFirst, isWithin, hasHeader, other } = piece;
          const compute = (...over: dsl.Covered): unknown => {
            if (algorithm === 'byteSum') return dsl.checksum(external(algorithm, byteSum) as never, ...over);
            return (algorithm === 'crc32' ? dsl.crc32 : dsl.internetChecksum)(...over);
          };
          const y = other === undefined ? undefined : add(this.node(other, self));
          const sum = (): string => add(dsl.derived(this.integer(type)));
          const before = isFirst ? sum() : '';
          const x = add(this.node(piece.node, self));
          const n = isFirst ? before : sum();
          relations.push(($) => {
            const at = (field: string): never => $[field] as never;
            const covered = isWithin
              ? dsl.span(at(isFirst ? n : x), at(isFirst ? x : n), { fill: 1 })
              : dsl.span(at(x), at(x));
            const more = y === undefined ? [] : [dsl.span(at(y), at(y))];
            const header = dsl.virtual(HEADER, { size: dsl.byteLength(at(x)) });
            return $[n]?.is(
              (hasHeader ? compute(header, covered, ...more) : compute(covered, ...more)) as never,
            ) as dsl.Relation;
          });
          break;
        }
        case 'run': {
          const order = ORDERS[piece.order];
          let width = 0;
          for (const plan of piece.bits) {
            width += plan.type === 'boolean' ? 1 : plan.width;
            bitField(plan, order);
          }
          const rest = order.ubits(8 - (width % 8)) as Node<number>; // few bits
          if (width % 8 !== 0) add(width % 2 === 0 ? rest : dsl.literal(rest, 0));
          break;
        }
        case 'check': {
          if (numbers.length === 0) break;
          const known = numbers.length;
          relations.push(($) => dsl.check(condition($, piece.when, known)));
          break;
        }
        case 'align':
          add(dsl.align(piece.to, { fill: piece.fill, keep: piece.keep } as { fill: number; keep: true }));
          break;
        case 'offset': {
          const { type, plus, isEnd } = piece;
          const n = add(dsl.derived(this.integer(type)));
          add(this.node(piece.between, self));
          const x = add(this.node(piece.node, self, isEnd));
          relations.push(($) => {
            const offset = dsl.offsetOf($[x] as never).plus(plus);
            return $[n]?.is(
              (isEnd ? offset.plus(dsl.byteLength($[x] as never)) : offset) as never,
            ) as dsl.Relation;
          });
        }
      }
    };
    for (const piece of plan.pieces) one(piece);
    if (plan.rest !== undefined) {
      add(this.node(plan.rest.node, self));
      for (const type of plan.rest.behind) number(type);
    }
    if (isEnded) add(dsl.atEnd);
    const related = dsl
      .struct(name, fields as unknown as Loose)
      .where((($: References) => relations.map((r) => r($))) as never);
    const built: Node<unknown> =
      plan.isFlat && choice !== undefined
        ? (related.flat as (field: string) => Node<unknown>)(choice)
        : related;
    return built;
  }

  /** `isOpen` leaves the size of bytes and text to a relation. */
  node(plan: NodePlan, self: () => Node<unknown>, isOpen = false): Node<unknown> {
    switch (plan.kind) {
      case 'integer':
        return this.integer(plan.type);
      case 'narrowed':
        return dsl.asNumber(this.integer(plan.type) as never);
      case 'float': {
        this.usesParameter ||= !/[bl]e$/.test(plan.type);
        return plan.preserves ? dsl.preserveNaN(floats[plan.type]) : floats[plan.type];
      }
      case 'ordered': {
        const node = this.node(plan.node, self, isOpen);
        // the struct around has no methods yet
        return isRecursive(plan.node) ? node : node.with(dsl.endianness.of(plan.order));
      }
      case 'varint':
        return varintNode(plan.varint, plan.isPreserved);
      case 'enumeration':
        return this.enumeration(plan.type, plan.count, plan.isOpen);
      case 'flags':
        return this.flags(plan.type, plan.bits, plan.isStrict);
      case 'boolean':
        return dsl.bool;
      case 'preservedBoolean':
        return dsl.preserve(dsl.bool);
      case 'atEnd':
        return dsl.atEnd;
      case 'word':
        return this.word(plan);
      case 'constant':
        return this.constant(plan.text, plan.isPrefixed);
      case 'self':
        // read when the schema is compiled: by then the struct around is known
        return recursive(self);
      case 'bytes':
        return isOpen ? dsl.bytes() : dsl.bytes(this.extent(plan.extent) as never);
      case 'string':
        return isOpen
          ? dsl.string(undefined, plan.encoding)
          : dsl.string(this.extent(plan.extent) as never, plan.encoding);
      case 'reserved':
        return dsl.reserved(this.size(plan.size));
      case 'padding':
        return dsl.padding(this.size(plan.size), plan.fill);
      case 'list': {
        const element = this.node(plan.element, self);
        if (isOpen) return dsl.list(element, dsl.toEnd);
        if (plan.extent.kind === 'last') return this.upToLast(plan.element, element, plan.extent.value);
        return dsl.list(element, this.extent(plan.extent) as never);
      }
      case 'processed':
        return dsl.processed(
          this.processor(plan.processor),
          this.extent(plan.extent) as never,
          this.node(plan.node, self),
        );
      case 'sized':
        return dsl.sized(this.extent(plan.extent) as never, this.node(plan.node, self));
      case 'firstOf': {
        const names = ['a', 'b-c', '7z'];
        const arms = Object.fromEntries(plan.arms.map((arm, i) => [names[i], this.node(arm, self)]));
        return dsl.firstOf(arms, { followedBy: plan.followedBy.map((next) => this.node(next, self)) });
      }
      case 'parametrised': {
        this.usesParameter ||= plan.by === 'limit';
        const by = plan.by === 'limit' ? limit : level;
        const node = this.node(plan.node, self);
        if (plan.how === 'between') return dsl.between(by, 1, 3, node);
        return plan.how === 'since' ? dsl.since(by, 1, node) : dsl.before(by, 2, node);
      }
      case 'custom': {
        const max = plan.max === undefined ? {} : { max: plan.max };
        return plan.codec === 'dozens'
          ? dsl.custom(external('dozens', dozens), { ...max, type: 'number' })
          : dsl.custom(external('backwards', backwards), max);
      }
      case 'search': {
        const searched = plan.values.length % 2 === 0 ? limit : width;
        const struct = dsl.struct(`Part${++this.#structs}`, {
          data: dsl.bytes(searched),
          x: this.node(plan.node, self),
        } as unknown as Loose);
        const followedBy = plan.followedBy.map((next) => this.node(next, self));
        return dsl.search(searched, plan.values as [number], struct, { followedBy });
      }
      case 'placed':
        return dsl.sized(dsl.prefix(dsl.u16be), this.placed(plan, self));
      case 'struct':
        return this.struct(plan.struct);
    }
  }

  /** A number that may be a length or a count. */
  counter(type: PrefixPlan): Node<number> {
    return typeof type === 'string' ? this.integer(type) : (varintNode(type, false) as Node<number>);
  }

  integer(type: IntegerType): Node<number> {
    // the byte order of these is a parameter
    this.usesParameter ||= type !== 'u8' && type !== 'i8' && !/[bl]e$/.test(type);
    return integers[type];
  }

  enumeration(type: PrefixPlan, count: number, isOpen: boolean): Node<unknown> {
    const isBigint = typeof type === 'string' ? WIDE_TYPES.includes(type) : type.bits > 53;
    const numbers = Object.entries(MEMBERS).slice(0, count);
    const members = Object.fromEntries(
      numbers.map(([name, n]) => [name, (isBigint ? BigInt(n) : n) as number]),
    );
    return (isOpen ? dsl.openEnumeration : dsl.enumeration)(this.counter(type), members);
  }

  flags(type: PrefixPlan, bits: readonly number[], isStrict: boolean): Node<unknown> {
    const width = typeof type === 'string' ? Number.parseInt(type.slice(1), 10) : type.bits;
    const names = bits.filter((bit) => bit < width).map((bit) => [`flag${bit}`, bit] as const);
    const known = Object.fromEntries(names.length > 0 ? names : [['flag0', 0]]);
    return dsl.flags(this.counter(type), known, { strict: isStrict });
  }

  word({ word, order, bits }: Extract<NodePlan, { kind: 'word' }>): Node<unknown> {
    const fields: Record<string, Node<unknown>> = {};
    let left = Number.parseInt(word.slice(1), 10);
    for (const plan of bits) {
      const fitting = { ...plan, width: plan.type === 'boolean' ? 1 : Math.min(plan.width, left) };
      if (left === 0) break;
      left -= fitting.width;
      const node = bitsNode(fitting, { ...dsl.msb0, ubits: dsl.ubits, ibits: dsl.ibits, bit: dsl.bit });
      const field = NAMES[Object.keys(fields).length] ?? '';
      fields[field] = plan.role === 'constant' ? constantBits(fitting, node) : node;
    }
    if (left > 0) fields.rest = dsl.ubits(left);
    return dsl.bits(`Part${++this.#structs}`, integers[word], fields as unknown as Loose, ORDERS[order]);
  }

  processor(kind: Extract<NodePlan, { kind: 'processed' }>['processor']): dsl.Processor {
    switch (kind) {
      case 'xor':
        return dsl.xor('0102');
      case 'xorNumber':
        this.usesParameter = true;
        return dsl.xor(limit);
      case 'rotateLeft':
        return dsl.rotateLeft(3);
      case 'swapBytes':
        return dsl.swapBytes(2);
      case 'bijection':
        return dsl.bijection(inverted, inverted);
    }
  }

  /** A union of arms with tags of all types: several of one, ranges, the same for several arms. */
  tagged(
    plan: Extract<PiecePlan, { kind: 'tagged' }>,
    self: () => Node<unknown>,
    add: (node: Node<unknown>) => string,
    relations: Relate[],
  ): string {
    const { tag: kind, isDerived, otherwise, fallsBack, followedBy } = plan;
    const tagNodes = {
      number: dsl.u8,
      bigint: dsl.u64le,
      string: dsl.string(dsl.prefix(dsl.u8)),
      bytes: dsl.bytes(1),
      boolean: dsl.bool,
    };
    const one = (n: number): number | bigint | string | Uint8Array | boolean => {
      if (kind === 'boolean') return n % 2 === 1;
      if (kind === 'bytes') return Uint8Array.of(n);
      return kind === 'string' ? String.fromCharCode(97 + n) : kind === 'bigint' ? BigInt(n) : n;
    };
    const apart = (i: number): number => (plan.areApart ? 8 * i : 0);
    const tagOf = (i: number, { from, to }: { readonly from: number; readonly to: number }): never =>
      (from === to || (kind !== 'number' && kind !== 'bigint')
        ? one(apart(i) + from)
        : dsl.range(one(apart(i) + from) as number, one(apart(i) + to) as number)) as never;
    const names = ['a', 'b', 'c-d'];
    const arms = Object.fromEntries(
      plan.arms.map(({ tags: [first, ...more], node }, i) => [
        names[i],
        dsl.on(
          (more.length === 0
            ? tagOf(i, first ?? { from: 0, to: 0 })
            : [first, ...more].map((t) => tagOf(i, t as never))) as never,
          this.node(node, self),
        ),
      ]),
    );
    const tag = add(
      isDerived ? dsl.derived(tagNodes[kind] as Node<unknown>) : (tagNodes[kind] as Node<unknown>),
    );
    const x = add(
      dsl.union(arms, {
        tag: 'kind',
        ...(otherwise === undefined ? {} : { otherwise: this.node(otherwise, self), raw: 'unknown' }),
        ...(isDerived ? { rawTag: 'text' } : {}),
        ...(fallsBack && otherwise !== undefined ? { fallback: 'no arm fits' } : {}),
        followedBy: followedBy.map((next) => this.node(next, self)),
      } as never),
    );
    relations.push(($) =>
      isDerived
        ? ($[tag]?.is(dsl.tagOf($[x] as never) as never) as dsl.Relation)
        : ($[x]?.tag?.($[tag]) as dsl.Relation),
    );
    return x;
  }

  /** A struct with fields at offsets; it is in a region, as it takes all of one. */
  placed(plan: Extract<NodePlan, { kind: 'placed' }>, self: () => Node<unknown>): Node<unknown> {
    const { type, isOptional, hasGaps } = plan;
    const [first, each] = [this.node(plan.first, self), this.node(plan.each, self)];
    const Entry = dsl.struct(`Part${++this.#structs}`, {
      kind: dsl.u8,
      at: integers[type],
    } as unknown as Loose);
    const fields = {
      offset: dsl.u8,
      entries: dsl.list(Entry, dsl.prefix(dsl.u8)),
      data: dsl.at(isOptional ? dsl.optional(first) : first),
      items: dsl.atEach(isOptional ? dsl.optional(each) : each),
      ...(plan.behind === undefined ? {} : { x: this.node(plan.behind, self) }),
      ...(plan.tail === undefined ? {} : { end: dsl.tail(this.ending(plan.tail)) }),
      ...(hasGaps ? { limit: dsl.gaps() } : {}),
    };
    const number = (e: Expr): Expr =>
      type.includes('64') ? (e as unknown as dsl.Expr<bigint>).toNumber() : e;
    return dsl.struct(`Part${++this.#structs}`, fields as unknown as Loose).where((($: References) => [
      $.data?.at?.($.offset),
      ...(isOptional ? [$.data?.presentWhen?.(($.offset as Expr).gt(0))] : []),
      $.items?.atEach?.($.entries, ($e: References) => ({
        offset: number($e.at as Expr),
        ...(isOptional ? { when: ($e.kind as Expr).ne(0) } : {}),
      })),
    ]) as never);
  }

  /** Something that can be found from behind. */
  ending(type: IntegerType): Node<unknown> {
    const fields = { mark: dsl.literal(dsl.u8, 9), x: this.integer(type) };
    return dsl.struct(`Part${++this.#structs}`, fields as unknown as Loose);
  }

  /** A list whose elements say themselves which one is the last. */
  upToLast(plan: NodePlan, element: Node<unknown>, value: number): Node<unknown> {
    if (plan.kind === 'integer') {
      const end = plan.type.includes('64') ? BigInt(value) : value;
      return dsl.list(
        element as Node<number>,
        dsl.endsAfter((n) => n.ge(end as number)),
      );
    }
    const item = dsl.struct(`Part${++this.#structs}`, { last: dsl.u8, item: element } as never);
    return dsl.list(
      item,
      dsl.endsAfter(($) => ($ as never as References & { last: Expr }).last.ge(value)),
    );
  }

  /** Something without a value. */
  mark(mark: number, isStruct: boolean): Node<unknown> {
    const literal = dsl.literal(dsl.u8, mark);
    if (!isStruct) return literal;
    return dsl.struct(`Part${++this.#structs}`, { mark: literal, more: dsl.padding(2) } as unknown as Loose);
  }

  constant(text: string, isPrefixed: boolean): Node<unknown> {
    return dsl.literal(dsl.string(isPrefixed ? dsl.prefix(dsl.u8) : undefined), text);
  }

  size(size: number | undefined): dsl.Size {
    if (size !== undefined) return size;
    this.usesParameter = true;
    return limit;
  }

  extent(plan: ExtentPlan): unknown {
    switch (plan.kind) {
      case 'fixed':
        return plan.size;
      case 'prefix':
        return dsl.prefix(this.counter(plan.type));
      case 'end':
        return dsl.toEnd;
      case 'parameter':
        this.usesParameter = true;
        return limit;
      case 'until': {
        const [first, ...more] = plan.boundaries.map((mark) => dsl.literal(dsl.u8, mark));
        return first === undefined ? dsl.toEnd : dsl.until(first, ...more);
      }
      case 'terminated':
        return plan.terminator === undefined ? dsl.cstring : dsl.terminated(plan.terminator);
      case 'padded':
        return dsl.padded(this.size(plan.size), plan.fill);
      case 'while': {
        const { mark } = plan;
        return plan.isCondition
          ? dsl.whilePeek(dsl.u8, (n) => n.ge(mark).and(n.lt(9)))
          : dsl.whilePeek(dsl.literal(dsl.u8, mark));
      }
      case 'last':
        throw new TypeError('made where the element is known');
      case 'sentinel':
        return dsl.endsWith(dsl.literal(dsl.u8, plan.mark));
    }
  }
}

/** Whether a text is as it may be. */
function tested(text: dsl.Expr<string>, test: TextTest): dsl.Expr<boolean> {
  switch (test) {
    case 'startsWith':
      return text.startsWith('a');
    case 'size':
      return text.size().ge(2);
    case 'afterLast':
      return text.afterLast('/').eq('it');
    case 'matches':
      return text.matches(/^[a-c]+$/);
    case 'computed':
      return dsl.computed(external('vowels', vowels), text).eq(1);
  }
}

const isRecursive = (plan: NodePlan): boolean =>
  plan.kind === 'self' || (plan.kind === 'ordered' && isRecursive(plan.node));

/** A node whose definition is that of a struct which is still being made. */
function recursive(self: () => Node<unknown>): Node<unknown> {
  return new Proxy({} as Node<unknown>, {
    get: (_, key) => Reflect.get(self(), key),
    has: (_, key) => typeof key === 'symbol' || Reflect.has(self(), key), // it is a node, whenever it is asked
  });
}
