import { isEncodeError } from '@bytewright/runtime';
import { memberOf } from '@bytewright/runtime/codec';
import { encodeRoot } from '../interpreter/encode.js';
import { printDatum, toDatum } from '../ir/datum.js';
import type { FirstOfNode, NodeIR, UnionNode } from '../ir/node.js';
import type { SchemaIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Comparison } from './comparison.js';
import { alignAlternatives, alignArms } from './nodes/choices.js';
import { alignFlags, alignMembers } from './nodes/names.js';
import { numberOf } from './number-of.js';
import { unwrapped } from './unwrapped.js';

/**
 * The first difference in meaning between two values of two revisions, in words; `undefined` if there is none. Fields and
 * names that only one revision has do not count; renamed ones are compared with each other.
 *
 * @example `differenceInMeaning(comparison, { size: 1 }, { length: 256 })` is `size: 1, not 256`
 */
export function differenceInMeaning(
  comparison: Comparison,
  before: unknown,
  after: unknown,
): string | undefined {
  return new Meaning(comparison).compare(comparison.before.root, before, comparison.after.root, after, '');
}

/** A difference in words. */
type Difference = string | undefined;

class Meaning {
  readonly #comparison: Comparison;

  constructor(comparison: Comparison) {
    this.#comparison = comparison;
  }

  compare(before: NodeIR, was: unknown, after: NodeIR, is: unknown, path: string): Difference {
    const [old, now] = [unwrapped(before), unwrapped(after)];
    if (old.isOptional || now.isOptional) {
      if (was === undefined && is === undefined) return undefined;
      if (old.isOptional && was === undefined) return say(path, 'absent', is);
      if (now.isOptional && is === undefined) return say(path, was, 'absent');
    }
    return this.#compareNodes(old.node, was, now.node, is, path);
  }

  #compareNodes(before: NodeIR, was: unknown, after: NodeIR, is: unknown, path: string): Difference {
    if (before.kind === 'literal' || after.kind === 'literal') return undefined; // one of them is not in a value
    if (before.kind === 'struct' && after.kind === 'struct')
      return this.#compareStructs(before.name, was, after.name, is, path);
    if (before.kind === 'list' && after.kind === 'list')
      return this.#compareLists(before.element, was, after.element, is, path);
    if (before.kind === 'atEach' && after.kind === 'atEach')
      return this.#compareLists(before.node, was, after.node, is, path);
    if (before.kind === 'union' && after.kind === 'union')
      return this.#compareUnions(before, was, after, is, path);
    if (before.kind === 'firstOf' && after.kind === 'firstOf')
      return this.#compareAlternatives(before, was, after, is, path);
    const [old, now] = [numberOf(before, was), numberOf(after, is)];
    if (old !== undefined && now !== undefined) return compareNumbers(before, was, after, is, path);
    if (before.kind === after.kind) return isEqual(was, is) ? undefined : say(path, was, is);
    const { before: oldSchema, after: newSchema } = this.#comparison;
    const [a, b] = [bytesOf(before, was, oldSchema), bytesOf(after, is, newSchema)];
    return a !== undefined && a === b ? undefined : say(path, was, is);
  }

  #compareStructs(before: string, was: unknown, after: string, is: unknown, path: string): Difference {
    const pair = this.#comparison.pair(before, after);
    if (pair === undefined) return undefined; // only corresponding structs have been encountered
    for (const { before: old, after: now } of pair.fields) {
      if (old?.visibility !== 'value' || now?.visibility !== 'value') continue;
      // a union whose members are merged into the struct's value is that value
      const a = pair.before.flat === old.name ? was : memberOf(was, old.name);
      const b = pair.after.flat === now.name ? is : memberOf(is, now.name);
      const inside = pair.before.flat === old.name ? path : path === '' ? old.name : `${path}.${old.name}`;
      const difference = this.compare(old.node, a, now.node, b, inside);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }

  #compareLists(before: NodeIR, was: unknown, after: NodeIR, is: unknown, path: string): Difference {
    const [old, now] = [elementsOf(was), elementsOf(is)];
    if (old.length !== now.length) return `${path}: ${old.length} elements, not ${now.length}`;
    for (const [i, element] of old.entries()) {
      const difference = this.compare(before, element, after, now[i], `${path}[${i}]`);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }

  #compareUnions(before: UnionNode, was: unknown, after: UnionNode, is: unknown, path: string): Difference {
    const [old, now] = [memberOf(was, before.tag), memberOf(is, after.tag)];
    const inside = path === '' ? before.value : `${path}.${before.value}`;
    if (old === undefined && now === undefined && before.otherwise && after.otherwise) {
      const [a, b] = [before.otherwise, after.otherwise];
      return this.compare(a.node, memberOf(was, a.raw), b.node, memberOf(is, b.raw), inside);
    }
    const arms = alignArms(before, after).find((arm) => arm.before?.name === old && arm.after?.name === now);
    if (arms?.before === undefined || arms.after === undefined)
      return say(path, old ?? 'another', now ?? 'another');
    return this.compare(
      arms.before.node,
      memberOf(was, before.value),
      arms.after.node,
      memberOf(is, after.value),
      inside,
    );
  }

  #compareAlternatives(
    before: FirstOfNode,
    was: unknown,
    after: FirstOfNode,
    is: unknown,
    path: string,
  ): Difference {
    const [old, now] = [memberOf(was, before.tag), memberOf(is, after.tag)];
    const arms = alignAlternatives(before, after).find(
      (arm) => arm.before?.name === old && arm.after?.name === now,
    );
    if (arms?.before === undefined || arms.after === undefined) return say(path, old, now);
    const inside = path === '' ? before.value : `${path}.${before.value}`;
    return this.compare(
      arms.before.node,
      memberOf(was, before.value),
      arms.after.node,
      memberOf(is, after.value),
      inside,
    );
  }
}

/** Numbers, and what they are called. */
function compareNumbers(before: NodeIR, was: unknown, after: NodeIR, is: unknown, path: string): Difference {
  if (before.kind === 'enumeration' && after.kind === 'enumeration') {
    if (typeof was === 'string' && typeof is === 'string') {
      const meant = alignMembers(before, after).find((pair) => pair.before?.name === was)?.after?.name;
      return meant === undefined || meant === is ? undefined : say(path, was, is);
    }
  }
  if (before.kind === 'flags' && after.kind === 'flags') {
    for (const { before: old, after: now } of alignFlags(before, after)) {
      if (old === undefined || now === undefined) continue;
      if (memberOf(was, old.name) !== memberOf(is, now.name)) return say(path, old.name, now.name);
    }
  }
  return numberOf(before, was) === numberOf(after, is) ? undefined : say(path, was, is);
}

/** The bytes of a part in hexadecimal digits; `undefined` if it cannot be encoded by itself. */
function bytesOf(root: NodeIR, value: unknown, { structs }: SchemaIR): string | undefined {
  try {
    return encodeRoot({ format: 1, root, structs }, value).join();
  } catch (error) {
    // it may depend on parameters, on code that is not registered, or on its surroundings
    if (isEncodeError(error) || error instanceof TypeError || error instanceof SchemaError) return undefined;
    throw error;
  }
}

function elementsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) || ArrayBuffer.isView(value)
    ? Array.from(value as unknown as ArrayLike<unknown>) // one of the arrays that lists are
    : [];
}

function isEqual(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || textOf(a) === textOf(b);
}

/** A value as text, equal for equal values; anything but plain data, such as a custom codec's values, as `String` of it. */
function textOf(value: unknown): string {
  try {
    return printDatum(toDatum(value));
  } catch (error) {
    if (error instanceof SchemaError) return String(value);
    throw error;
  }
}

function say(path: string, was: unknown, is: unknown): string {
  const text = (value: unknown): string => {
    const whole = typeof value === 'string' ? value : textOf(value);
    return whole.length > 60 ? `${whole.slice(0, 59)}…` : whole;
  };
  return `${path === '' ? '' : `${path}: `}${text(was)}, not ${text(is)}`;
}
