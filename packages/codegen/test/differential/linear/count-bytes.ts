const INTEGERS = ['Uint8', 'Int8', 'Uint16', 'Int16', 'Uint32', 'Int32', 'BigUint64', 'BigInt64'] as const;

let examined = 0;

/** How many bytes a run looks at or copies: of arrays that {@link watched} gave, and by what goes over many at once. */
export function countBytes(run: () => void): number {
  const restore = [
    ...INTEGERS.map((type) => patch(DataView.prototype, `get${type}`, () => 1)),
    patch(Uint8Array.prototype, 'indexOf', searched),
    patch(Uint8Array.prototype, 'findIndex', (of, found) => searched(of, found, [])),
    patch(Uint8Array.prototype, 'slice', (_, copy) => (copy as Uint8Array).length),
    patch(Uint8Array.prototype, 'map', (of) => of.length),
    patch(TextDecoder.prototype, 'decode', (_, __, [bytes]) => (bytes as Uint8Array).length),
  ];
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0; // stacks cost more than all that is counted
  examined = 0;
  try {
    run();
    return examined;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    for (const undo of restore) undo();
  }
}

/** An array of which each byte that is looked at is counted. */
export function watched(bytes: Uint8Array): Uint8Array {
  return new Proxy(bytes, {
    get(target, key) {
      if (typeof key === 'string' && key >= '0' && key < ':') {
        examined++;
        return target[Number(key)];
      }
      const member: unknown = Reflect.get(target, key, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

type Cost = (of: { readonly length: number }, result: unknown, args: readonly unknown[]) => number;

/** A search looks at what is between where it begins and what it finds. */
const searched: Cost = (of, found, [, from]) =>
  (Number(found) < 0 ? of.length : Number(found) + 1) - Number(from ?? 0);

/** Counts what each call of a method costs. Gives what takes that back. */
function patch(prototype: object, name: string, cost: Cost): () => void {
  const own = Object.getOwnPropertyDescriptor(prototype, name);
  const method = Reflect.get(prototype, name) as (...args: readonly unknown[]) => unknown;
  const counting = function (this: { readonly length: number }, ...args: readonly unknown[]): unknown {
    try {
      const result = Reflect.apply(method, this, args);
      examined += cost(this, result, args);
      return result;
    } catch (error) {
      examined += cost(this, undefined, args); // text that is none is looked at all the same
      throw error;
    }
  };
  Object.defineProperty(prototype, name, { value: counting, configurable: true, writable: true });
  return () => {
    if (own === undefined) Reflect.deleteProperty(prototype, name);
    else Object.defineProperty(prototype, name, own);
  };
}
