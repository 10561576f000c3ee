import { CallError } from '../ir/call-error.js';
import { describeArgument } from './describe-argument.js';

/**
 * An object that names things: fields, arms, members, flags. Only its own keys are read, so one with a prototype of its own
 * would lose what that has, and the key `__proto__` in a literal sets the prototype instead of naming something.
 *
 * @param call the function that was given it, as errors call it: `struct(Header)`
 * @param what what it names: `fields`
 * @throws SchemaError where it is something else
 */
export function requireMembers<M extends object>(members: M, call: string, what: string): M {
  if (typeof members !== 'object' || members === null || Array.isArray(members))
    throw new CallError(
      'invalid-argument',
      call,
      `expected an object that names its ${what}, found ${describeArgument(members)}; write { name: …, … }`,
    );
  const prototype: unknown = Object.getPrototypeOf(members);
  // objects of other realms have other prototypes, which have none themselves
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
    throw new CallError(
      'reserved-name',
      call,
      `expected a plain object that names its ${what}, found one with a prototype of its own, as the name __proto__ in a literal or a class makes it; write a plain object, and give what is called __proto__ another name`,
    );
  return members;
}
