import { SnapshotError } from '../snapshot-error.js';

/** Where in a text a value is, and how deep. */
export class Place {
  readonly #outer: Place | undefined;
  readonly #step: string;
  readonly depth: number;

  constructor(outer?: Place, step = '') {
    this.#outer = outer;
    this.#step = step;
    this.depth = outer === undefined ? 0 : outer.depth + 1;
    if (this.depth > DEEPEST) throw this.fault(`is nested more than ${DEEPEST} deep`);
  }

  /** The place of a member. */
  at(name: string): Place {
    return new Place(this, /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`);
  }

  /** The place of an element. */
  item(index: number): Place {
    return new Place(this, `[${index}]`);
  }

  /** What is the matter here. */
  fault(problem: string): SnapshotError {
    const steps: string[] = [];
    for (let place: Place | undefined = this; place !== undefined; place = place.#outer)
      steps.push(place.#step);
    const path = steps.reverse().join('').replace(/^\./, '');
    return new SnapshotError(path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}…` : path, problem);
  }
}

/** How deep data may be nested; readings of a representation call themselves as deep. */
const DEEPEST = 500;

/** Characters of a path that a message shows. */
const LONGEST_PATH = 400;

/**
 * Reads a value of a kind: what JSON made becomes what a representation holds.
 *
 * @throws SnapshotError where it is something else
 */
export type Shape<T> = (value: unknown, place: Place) => T;

/** How a message names a value. */
export function described(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = Object.is(value, -0) ? '-0' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Something that a test recognises. */
export function such<T>(expected: string, isSuch: (value: unknown) => value is T): Shape<T> {
  return (value, place) => {
    if (isSuch(value)) return value;
    throw place.fault(`expected ${expected}, found ${described(value)}`);
  };
}

/** Any text. */
export const text: Shape<string> = such('a text', (value) => typeof value === 'string');

/** True or false. */
export const truth: Shape<boolean> = such('true or false', (value) => typeof value === 'boolean');

/** True, where it is not left out. */
export const onlyTrue: Shape<true> = such('true', (value) => value === true);

/** A whole number within a range, its ends included. */
export function whole(from: number, to: number = Number.MAX_SAFE_INTEGER): Shape<number> {
  return such(
    `a whole number from ${from}${to === Number.MAX_SAFE_INTEGER ? '' : ` to ${to}`}`,
    (value): value is number =>
      Number.isSafeInteger(value) && !Object.is(value, -0) && Number(value) >= from && Number(value) <= to,
  );
}

/** A number of bytes, bits or elements. */
export const size: Shape<number> = whole(0);

/** One of some words. */
export function oneOf<const T extends string | number>(words: readonly T[]): Shape<T> {
  const known: ReadonlySet<unknown> = new Set(words);
  const expected =
    words.length > 8 ? 'a known word' : `one of ${words.map((word) => JSON.stringify(word)).join(', ')}`;
  return such(expected, (value): value is T => known.has(value));
}

/** Text that a pattern describes. */
export function matching(pattern: RegExp, expected: string): Shape<string> {
  return such(expected, (value): value is string => typeof value === 'string' && pattern.test(value));
}

/** Elements of one kind. */
export function listOf<T>(element: Shape<T>): Shape<readonly T[]> {
  return (value, place) => {
    if (!Array.isArray(value)) throw place.fault(`expected a list, found ${described(value)}`);
    return value.map((item: unknown, i) => element(item, place.item(i)));
  };
}

/** Members of any name. */
export function tableOf<T>(member: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value, place) =>
    // own members, whatever they are called
    Object.fromEntries(
      Object.entries(asObject(value, place)).map(([name, one]) => [name, member(one, place.at(name))]),
    );
}

/** An object, as far as JSON has it. */
export function asObject(value: unknown, place: Place): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>; // what JSON calls an object
  throw place.fault(`expected an object, found ${described(value)}`);
}

/** Something that is defined in terms of itself. */
export function later<T>(shape: () => Shape<T>): Shape<T> {
  return (value, place) => shape()(value, place);
}
