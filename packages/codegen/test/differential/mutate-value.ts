import * as fc from 'fast-check';

/** What a program in error might put into a value. */
const strange: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -0,
  -1,
  1,
  2,
  3,
  127,
  128,
  255,
  256,
  300,
  65_536,
  2 ** 32,
  2 ** 53,
  -129,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  0n,
  1n,
  2n ** 64n,
  -1n,
  '',
  'a',
  'ab',
  'b',
  'c',
  'it',
  'zz',
  'é',
  '\ud800',
  [],
  [1],
  [undefined],
  {},
  { a: 1 },
  new Uint8Array(0),
  new Uint8Array(1),
  new Uint8Array(5),
  new Uint16Array(2),
  new Int8Array(1),
  new BigUint64Array(1),
  new DataView(new ArrayBuffer(2)),
  Symbol('s'),
  () => 1,
];

/** A change to one part of a value: where (a number a step), and what to put there. */
export interface ValueMutation {
  readonly steps: readonly number[];
  readonly put: number;
  readonly kind: 'put' | 'delete' | 'add';
  /** Which key is added. */
  readonly key: number;
}

/** Keys that a program in error might add; some structs have fields of these names. */
const KEYS: readonly string[] = [
  'noSuchKey',
  'a',
  'b',
  'n',
  'type',
  'value',
  'unknown',
  'byteLength',
  'two words',
];

export const valueMutation: fc.Arbitrary<ValueMutation> = fc.record({
  steps: fc.array(fc.nat(63), { minLength: 1, maxLength: 6 }),
  put: fc.nat(strange.length - 1),
  kind: fc.constantFrom('put', 'delete', 'add'),
  key: fc.nat(KEYS.length - 1),
});

/** The value with one part replaced, removed or added. Arrays and objects on the way are copied; typed arrays are left alone. */
export function mutateValue(value: unknown, mutation: ValueMutation): unknown {
  const { steps, put, kind } = mutation;
  const [step = 0, ...rest] = steps;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return strange[put];
  const keys = Object.keys(value);
  const key = keys[step % (keys.length + 1)];
  if (key === undefined) return strange[put];
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  if (rest.length > 0) copy[key] = mutateValue(copy[key], { ...mutation, steps: rest });
  else if (kind === 'delete' && !Array.isArray(copy)) delete copy[key];
  else if (kind === 'add' && !Array.isArray(copy)) copy[KEYS[mutation.key] ?? 'noSuchKey'] = strange[put];
  else copy[key] = strange[put];
  return copy;
}

/** One of each type and of each way to be out of range. */
const wrong: readonly unknown[] = [
  undefined,
  null,
  0,
  -1,
  1.5,
  2 ** 53,
  Number.NaN,
  -1n,
  2n ** 64n,
  '',
  'zz',
  '\ud800',
  [],
  {},
  new Uint8Array(1),
  Symbol('s'),
];

/** Every value that has one part replaced by something wrong, or lacks one member, down to the innermost parts. */
export function* changedValues(value: unknown): Generator {
  yield* wrong;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  for (const key of Object.keys(value)) {
    const copy = (): Record<string, unknown> =>
      (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
    for (const part of changedValues(Reflect.get(value, key))) yield Object.assign(copy(), { [key]: part });
    const without = copy();
    delete without[key];
    yield without;
    if (!Array.isArray(value)) yield Object.assign(copy(), { noSuchKey: 1 });
  }
}
