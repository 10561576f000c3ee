import type { Place, Shape } from './shape.js';
import { asObject, described } from './shape.js';

/** A member of an object: what it is, and what it means that it is not there. */
export interface Member<T> {
  readonly shape: Shape<T>;
  readonly absent: 'is a fault' | 'is left out' | 'is undefined';
}

/** The members of `T`, all of them: where one may be `undefined` or may not be there, that must be said. */
export type Members<T> = { readonly [K in keyof T]-?: MemberOf<T, K> };

type MemberOf<T, K extends keyof T> =
  Record<never, never> extends Pick<T, K>
    ? LeftOut<Exclude<T[K], undefined>>
    : undefined extends T[K]
      ? Undefined<Exclude<T[K], undefined>>
      : Shape<T[K]>;

type LeftOut<T> = Member<T> & { readonly absent: 'is left out' };
type Undefined<T> = Member<T> & { readonly absent: 'is undefined' };

/** A member that need not be there. */
export const leftOut = <T>(shape: Shape<T>): LeftOut<T> => ({ shape, absent: 'is left out' });

/** A member that is there always, if only as `undefined`, which JSON has not. */
export const orUndefined = <T>(shape: Shape<T>): Undefined<T> => ({ shape, absent: 'is undefined' });

/** An object with just these members. They keep their order, for the hash of a representation depends on it. */
export function record<T extends object>(members: Members<T>): Shape<T> {
  const known = new Map(
    Object.entries<Shape<unknown> | Member<unknown>>(members).map(([name, member]) => [
      name,
      typeof member === 'function' ? ({ shape: member, absent: 'is a fault' } as const) : member,
    ]),
  );
  return (value, place) => {
    const object = asObject(value, place);
    const entries = Object.entries(object).map(([name, one]) => {
      const member = known.get(name);
      if (member === undefined) throw place.fault(`has an unknown member ${described(name)}`);
      return [name, member.shape(one, place.at(name))] as const;
    });
    for (const [name, { absent }] of known) {
      if (Object.hasOwn(object, name) || absent === 'is left out') continue;
      if (absent === 'is a fault') throw place.fault(`has no member "${name}"`);
      entries.push([name, undefined]);
    }
    return Object.fromEntries(entries) as T; // each member is of its type, and none is missing
  };
}

/** An object whose member `key` says which one of several it is. */
export function variant<T extends object>(
  key: string,
  variants: Readonly<Record<string, Shape<T>>>,
): Shape<T> {
  return (value: unknown, place: Place) => {
    const kind = asObject(value, place)[key];
    const shape = typeof kind === 'string' && Object.hasOwn(variants, kind) ? variants[kind] : undefined;
    if (shape === undefined) throw place.at(key).fault(`expected a known ${key}, found ${described(kind)}`);
    return shape(value, place);
  };
}
