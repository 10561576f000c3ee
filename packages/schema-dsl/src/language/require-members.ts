import { CallError } from '../ir/call-error.js';
import { describeArgument } from './describe-argument.js';

/**
 * An object that names things: fields, arms, members, flags. Only own keys are read, so an object with a prototype of its
 * own would lose the prototype's members, and the key `__proto__` in a literal sets the prototype instead of naming
 * something.
 *
 * @param call the calling function as errors name it: `struct(Header)`
 * @param what what the object names: `fields`
 * @throws SchemaError if the argument is anything else
 */
export function requireMembers<M extends object>(members: M, call: string, what: string): M {
  if (typeof members !== 'object' || members === null || Array.isArray(members))
    throw new CallError(
      'invalid-argument',
      call,
      `expected an object that names its ${what}, found ${describeArgument(members)}; write { name: …, … }`,
    );
  const prototype: unknown = Object.getPrototypeOf(members);
  // plain objects of other realms have a different prototype, whose own prototype is null
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
    throw new CallError(
      'reserved-name',
      call,
      `expected a plain object that names its ${what}, found one with a prototype of its own, which a class or the key __proto__ in a literal sets; use a plain object, and rename any key __proto__`,
    );
  return members;
}
