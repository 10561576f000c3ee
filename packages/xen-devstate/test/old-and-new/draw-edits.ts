import type { Random } from '../fuzz/random.js';
import type { Edit, Path } from './edit.js';
import { follow, isContainer } from './edit.js';

/** Values that fields of some type cannot hold, or that hardly any field can. */
const VALUES: readonly unknown[] = [
  ...[0, 1, -1, 2, 7, 127, 128, 255, 256, 65_535, 65_536, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32],
  ...[-128, -129, -(2 ** 31), 2 ** 53, 0.5, -0, Number.NaN, Number.POSITIVE_INFINITY],
  ...[0n, 1n, -1n, 2n ** 32n, 2n ** 63n, 2n ** 64n - 1n, 2n ** 64n],
  ...[
    '',
    'x',
    '\u00e9',
    '\ud800',
    'a\u0000b',
    'x'.repeat(300),
    true,
    false,
    null,
    undefined,
    Symbol.iterator,
  ],
];

/** The same values for each draw, but not shared: a codec must not see the effects of another edit. */
const OBJECTS: readonly (() => unknown)[] = [
  () => [],
  () => ({}),
  () => [1, 2, 3],
  () => ({ offset: 1 }),
  () => new Uint8Array(0),
  () => Uint8Array.of(1, 2, 3),
  () => new Uint8Array(256),
  () => Uint16Array.of(1, 2),
  () => BigUint64Array.of(1n),
  () => Object.create(null),
  () => new Map([['a', 1]]),
  () => new Date(0),
];

/** Keys that a struct does not have, or only seems to have. */
const UNKNOWN_KEYS = ['unknown', '__proto__', 'constructor', 'toString', 'length', ''];

/** Draws one edit, sometimes more, at paths that exist in the value. */
export function drawEdits(value: unknown, random: Random): readonly Edit[] {
  return Array.from({ length: random.oneIn(4) ? 2 : 1 }, () => drawEdit(value, random));
}

function drawEdit(value: unknown, random: Random): Edit {
  const path = drawPath(value, random);
  switch (random.below(8)) {
    case 0:
      return { kind: 'remove', path };
    case 1:
      return { kind: 'copy', from: drawPath(value, random), path };
    // The same key in another element often has another type, or belongs to another device.
    case 2:
      return { kind: 'copy', from: drawLike(value, path, random), path };
    case 3:
      return { kind: 'set', path: [...path.slice(0, -1), drawKey(path, random)], value: drawValue(random) };
    case 4:
      return { kind: 'set', path, value: drawValue(random) };
    default:
      return { kind: 'set', path, value: drawNeighbour(follow(value, path), random) };
  }
}

/** Another value of the same type, which the field can probably hold. */
function drawNeighbour(value: unknown, random: Random): unknown {
  switch (typeof value) {
    case 'number':
      return random.pick([value + 1, value - 1, value ^ (1 << random.below(32)), random.below(256), 0]);
    case 'bigint':
      return random.pick([value + 1n, value - 1n, value ^ (1n << BigInt(random.below(64))), 0n]);
    case 'boolean':
      return !value;
    case 'string':
      return random.pick([value.slice(1), `${value}x`, value.toUpperCase()]);
    default:
      return value instanceof Uint8Array
        ? Buffer.from(random.hex(Math.min(value.length, 64) + random.below(2)), 'hex')
        : drawValue(random);
  }
}

function drawValue(random: Random): unknown {
  return random.oneIn(5) ? random.pick(OBJECTS)() : VALUES[random.below(VALUES.length)];
}

function drawKey(path: Path, random: Random): string {
  const last = String(path.at(-1) ?? 'x');
  return random.pick([...UNKNOWN_KEYS, `${last}x`, last.slice(1), last.toUpperCase()]);
}

/** Walks down from the root, rarely stopping early, as most fields are deep inside. */
function drawPath(value: unknown, random: Random): Path {
  const path: (string | number)[] = [];
  let at = value;
  while (isContainer(at) && !(path.length > 0 && random.oneIn(8))) {
    const keys = Array.isArray(at) ? undefined : Object.keys(at);
    const length = keys?.length ?? (at as unknown as readonly unknown[]).length;
    if (length === 0) break;
    const index = random.below(length);
    const key = keys?.[index] ?? index;
    path.push(key);
    at = at[key];
  }
  return path;
}

/** A path that differs from the given one in an index. */
function drawLike(value: unknown, path: Path, random: Random): Path {
  const indexed = [...path.keys()].filter((i) => typeof path[i] === 'number');
  if (indexed.length === 0) return drawPath(value, random);
  const chosen = random.pick(indexed);
  return path.map((key, i) => (i === chosen ? random.below(Number(key) * 2 + 2) : key));
}
