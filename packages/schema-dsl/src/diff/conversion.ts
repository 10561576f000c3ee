import { memberOf } from '@bytewright/runtime/codec';
import { irOf } from '../compile/ir-of.js';
import type { FirstOfNode, NodeIR, UnionNode } from '../ir/node.js';
import { isNumberElement, typedArrayOf } from '../ir/nodes/typed-array-of.js';
import type { FieldIR, StructIR } from '../ir/schema.js';
import type { Infer, Node } from '../language/node.js';
import type { CompareOptions } from './compare-options.js';
import { compareSchemas } from './compare-schemas.js';
import type { Comparison } from './comparison.js';
import { ConversionError } from './conversion-error.js';
import { alignAlternatives, alignArms } from './nodes/choices.js';
import { alignFlags, alignMembers } from './nodes/names.js';
import { numberOf } from './number-of.js';
import { representNumber } from './represent-number.js';
import { unwrapped } from './unwrapped.js';

/** Options of a conversion between two revisions. */
export interface ConversionOptions extends CompareOptions {
  /** Values of fields that only the new revision has, by `Struct.field` of the new revision. */
  readonly defaults?: Readonly<Record<string, unknown>>;
  /** Conversion functions for fields whose type changed, by `Struct.field` of the new revision. */
  readonly using?: Readonly<Record<string, (before: unknown) => unknown>>;
}

/**
 * Converts values of one revision to values of another, as far as their comparison determines how: fields that are the same
 * or renamed are copied, even if their number type changed; new ones get defaults, or are absent if they may be; fields that
 * the new revision lacks are dropped. Nothing is guessed.
 *
 * @throws TypeError immediately, listing every field that needs a default or a function
 * @throws ConversionError from the returned function, if a value has no counterpart
 * @example
 * const upgrade = conversion(MessageV1, MessageV2, { renames: { 'Message.size': 'length' }, defaults: { 'Message.kind': 0 } });
 * upgrade({ size: 4 }); // { kind: 0, length: 4 }
 */
export function conversion<A extends Node<unknown>, B extends Node<unknown>>(
  before: A,
  after: B,
  options: ConversionOptions = {},
): (value: Infer<A>) => Infer<B> {
  const comparison = compareSchemas(irOf(before), irOf(after), options);
  const converter = new Converter(comparison, options);
  const missing = converter.missing();
  if (missing.length > 0)
    throw new TypeError(`The conversion is not determined by the schemas:\n${missing.join('\n')}`);
  return (value) => converter.convert(comparison.before.root, value, comparison.after.root, '') as Infer<B>; // built by the new schema's nodes
}

class Converter {
  readonly #comparison: Comparison;
  readonly #defaults: Readonly<Record<string, unknown>>;
  readonly #using: Readonly<Record<string, (before: unknown) => unknown>>;

  constructor(comparison: Comparison, { defaults = {}, using = {} }: ConversionOptions) {
    this.#comparison = comparison;
    this.#defaults = defaults;
    this.#using = using;
  }

  /** The missing defaults and functions, one line each. */
  missing(): readonly string[] {
    return this.#comparison.pairs.flatMap((pair) =>
      pair.fields.flatMap(({ before, after }) => {
        if (after === undefined || after.visibility !== 'value') return [];
        const place = `${pair.after.name}.${after.name}`;
        if (Object.hasOwn(this.#using, place)) return [];
        const isNew = before === undefined || before.visibility !== 'value';
        if (isNew) return this.#hasDefault(place, after) ? [] : [`${place} is new: provide a default`];
        const path = `${pair.before.name}.${before.name}`;
        const isOther = pair.changes.some((change) => change.path === path && OTHER.has(change.kind));
        return isOther ? [`${place} has a different type: provide a function in "using"`] : [];
      }),
    );
  }

  convert(before: NodeIR, value: unknown, after: NodeIR, path: string): unknown {
    const [old, now] = [unwrapped(before).node, unwrapped(after).node];
    if (value === undefined && before.kind === 'optional') {
      if (after.kind === 'optional') return undefined;
      throw new ConversionError(path, 'absent, but now required');
    }
    if (old.kind === 'struct' && now.kind === 'struct') return this.#struct(old.name, value, now.name, path);
    if (old.kind === 'list' && now.kind === 'list') return this.#list(old.element, value, now.element, path);
    if (old.kind === 'atEach' && now.kind === 'atEach') return this.#list(old.node, value, now.node, path);
    if (old.kind === 'union' && now.kind === 'union') return this.#union(old, value, now, path);
    if (old.kind === 'firstOf' && now.kind === 'firstOf') return this.#firstOf(old, value, now, path);
    return convertScalar(old, value, now, path);
  }

  #struct(before: string, value: unknown, after: string, path: string): unknown {
    const pair = this.#comparison.pair(before, after);
    if (pair === undefined) throw new ConversionError(path, `${before} is not a ${after}`);
    const made: Record<string, unknown> = {};
    for (const { before: was, after: is } of pair.fields) {
      if (is === undefined || is.visibility !== 'value') continue;
      const found = this.#field(pair.before, was, value, pair.after, is, path);
      if (pair.after.flat === is.name) Object.assign(made, found);
      else made[is.name] = found;
    }
    return made;
  }

  #field(
    before: StructIR,
    was: FieldIR | undefined,
    value: unknown,
    after: StructIR,
    is: FieldIR,
    path: string,
  ): unknown {
    const place = `${after.name}.${is.name}`;
    const using = Object.hasOwn(this.#using, place) ? this.#using[place] : undefined;
    if (was === undefined || was.visibility !== 'value') {
      if (using !== undefined) return using(value);
      return Object.hasOwn(this.#defaults, place) ? this.#defaults[place] : undefined;
    }
    const isFlat = before.flat === was.name;
    const part = isFlat ? value : memberOf(value, was.name);
    if (using !== undefined) return using(part);
    return this.convert(
      was.node,
      part,
      is.node,
      isFlat ? path : path === '' ? was.name : `${path}.${was.name}`,
    );
  }

  #hasDefault(place: string, { node }: FieldIR): boolean {
    const mayBeAbsent =
      node.kind === 'optional' || (node.kind === 'padding' && node.keep) || node.kind === 'align';
    return mayBeAbsent || Object.hasOwn(this.#defaults, place);
  }

  #list(before: NodeIR, value: unknown, after: NodeIR, path: string): unknown {
    const elements = Array.from(value as ArrayLike<unknown>); // a list's value is one
    const made = elements.map((element, i) => this.convert(before, element, after, `${path}[${i}]`));
    return isNumberElement(after) ? typedArrayOf(after).from(made) : made;
  }

  #union(before: UnionNode, value: unknown, after: UnionNode, path: string): unknown {
    const name = memberOf(value, before.tag);
    const inside = path === '' ? before.value : `${path}.${before.value}`;
    if (name === undefined && before.otherwise !== undefined) {
      const [old, now] = [before.otherwise, after.otherwise];
      if (now === undefined) throw new ConversionError(path, 'no alternative keeps unknown tags');
      const tag =
        old.rawTag === undefined || now.rawTag === undefined
          ? {}
          : { [now.rawTag]: memberOf(value, old.rawTag) };
      return {
        [after.tag]: undefined,
        ...tag,
        [now.raw]: this.convert(old.node, memberOf(value, old.raw), now.node, inside),
      };
    }
    const arms = alignArms(before, after).find((arm) => arm.before?.name === name);
    if (arms?.before === undefined || arms.after === undefined)
      throw new ConversionError(path, `the alternative ${String(name)} no longer exists`);
    const { before: old, after: now } = arms;
    const tag =
      now.rawTag === undefined
        ? {}
        : { [now.rawTag]: old.rawTag === undefined ? undefined : memberOf(value, old.rawTag) };
    return {
      [after.tag]: now.name,
      ...tag,
      [after.value]: this.convert(old.node, memberOf(value, before.value), now.node, inside),
    };
  }

  #firstOf(before: FirstOfNode, value: unknown, after: FirstOfNode, path: string): unknown {
    const name = memberOf(value, before.tag);
    const arms = alignAlternatives(before, after).find((arm) => arm.before?.name === name);
    if (arms?.before === undefined || arms.after === undefined)
      throw new ConversionError(path, `the alternative ${String(name)} no longer exists`);
    const inside = path === '' ? before.value : `${path}.${before.value}`;
    return {
      [after.tag]: arms.after.name,
      [after.value]: this.convert(arms.before.node, memberOf(value, before.value), arms.after.node, inside),
    };
  }
}

/** Changes after which a value is not a value of the new type, with no way to tell which value replaces it. */
const OTHER: ReadonlySet<string> = new Set(['type-replaced', 'custom-codec']);

function convertScalar(before: NodeIR, value: unknown, after: NodeIR, path: string): unknown {
  if (before.kind === 'enumeration' && after.kind === 'enumeration' && typeof value === 'string') {
    const meant = alignMembers(before, after).find((pair) => pair.before?.name === value)?.after;
    if (meant !== undefined) return meant.name;
  }
  if (before.kind === 'flags' && after.kind === 'flags') {
    const bits = alignFlags(before, after).reduce((sum, { before: old, after: now }) => {
      if (old === undefined || now === undefined || old.bit === now.bit || memberOf(value, old.name) !== true)
        return sum;
      return (sum & ~(1n << BigInt(old.bit))) | (1n << BigInt(now.bit));
    }, numberOf(before, value) ?? 0n);
    return representNumber(after, bits, path);
  }
  const number = numberOf(before, value);
  const isKept = before.kind === 'varint' && after.kind === 'varint' && typeof value === 'object';
  const isSame = JSON.stringify(before) === JSON.stringify(after);
  return number === undefined || isKept || isSame ? value : representNumber(after, number, path);
}
