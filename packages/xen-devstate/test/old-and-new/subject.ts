import type { DecodeOptions } from '@bytewright/runtime';
import type { Namespaces } from './bundled.js';

/** The three generated functions of a root struct. */
export interface Codec {
  decode(bytes: Uint8Array, options?: DecodeOptions): unknown;
  encode(value: unknown): Uint8Array;
  sizeOf(value: unknown): number;
}

/** A root struct in the old and in the new generated code. */
export interface Subject {
  /** The name, such as `qemu-7.2/devices/hpet Hpet`. */
  readonly name: string;
  /** The module's name. */
  readonly module: string;
  /** The struct's name. */
  readonly struct: string;
  readonly old: Codec;
  readonly now: Codec;
}

/** The subjects that the two trees have in common, and the functions that only the old one has. */
export interface Subjects {
  readonly subjects: readonly Subject[];
  /** Removed functions: `qemu-7.2/devices/hpet decodeHpet`. */
  readonly missing: readonly string[];
}

type Exports = Readonly<Record<string, unknown>>;
type AnyFunction = (...args: unknown[]) => unknown;

const isFunction = (value: unknown): value is AnyFunction => typeof value === 'function';

/** Pairs the functions of two trees by name. A codec shared by several catalogs in both trees is one subject. */
export function subjectsOf(old: Namespaces, now: Namespaces): Subjects {
  const subjects: Subject[] = [];
  const missing: string[] = [];
  const seen = new Map<unknown, Set<unknown>>();
  for (const [module, before] of old) {
    const after = now.get(module) ?? {};
    for (const name of Object.keys(before)) {
      const struct = /^decode([A-Z_]\w*)$/.exec(name)?.[1];
      if (struct === undefined) continue;
      const codecs = [codecOf(before, struct), codecOf(after, struct)] as const;
      if (codecs[0] === undefined) continue;
      if (codecs[1] === undefined) missing.push(`${module} ${name}`);
      else if (!hasSeen(seen, before[name], after[name]))
        subjects.push({ name: `${module} ${struct}`, module, struct, old: codecs[0], now: codecs[1] });
    }
  }
  return { subjects, missing };
}

/** Whether a pair was seen before; marks it as seen. */
function hasSeen(seen: Map<unknown, Set<unknown>>, before: unknown, after: unknown): boolean {
  const paired = seen.get(before) ?? new Set();
  seen.set(before, paired);
  const isKnown = paired.has(after);
  paired.add(after);
  return isKnown;
}

function codecOf(exported: Exports, struct: string): Codec | undefined {
  const [decode, encode, sizeOf] = ['decode', 'encode', 'sizeOf'].map((verb) => exported[`${verb}${struct}`]);
  if (!isFunction(decode) || !isFunction(encode) || !isFunction(sizeOf)) return undefined;
  // Generated from the same schema as in the other tree, whatever the types say: this is under test.
  return { decode, encode, sizeOf } as unknown as Codec;
}
