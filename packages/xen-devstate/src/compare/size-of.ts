import type { WireDescription, WireField, WireSize } from './wire-description.js';

const known = new WeakMap<WireDescription, WireSize>();

/** The size of a description's fields, without its subsections or those of the structs in it. */
export function sizeOfDescription(description: WireDescription): WireSize {
  const before = known.get(description);
  if (before !== undefined) return before;
  const size = description.fields.reduce<WireSize>((sum, field) => add(sum, sizeOfField(field)), {
    ...{ least: 0, most: 0, usual: 0 },
  });
  known.set(description, size);
  return size;
}

/** The size of a field with all of its elements; at least 0 if it may be absent. */
export function sizeOfField({ size, count, presence }: WireField): WireSize {
  const all = count === undefined ? size : timesCount(size, count);
  if (presence.kind !== 'when') return all;
  const usual = presence.isUsual === undefined ? undefined : presence.isUsual ? all.usual : 0;
  return { least: 0, most: all.most, usual };
}

function timesCount(size: WireSize, count: NonNullable<WireField['count']>): WireSize {
  switch (count.kind) {
    case 'fixed':
      return {
        least: size.least * count.value,
        most: count.value === 0 ? 0 : size.most * count.value,
        usual: size.usual === undefined ? undefined : size.usual * count.value,
      };
    case 'open':
      return {
        least: count.overhead,
        most: size.most === 0 ? count.overhead : Number.POSITIVE_INFINITY,
        usual:
          size.usual === undefined || count.usual === undefined
            ? undefined
            : size.usual * count.usual + count.overhead,
      };
    case 'field':
      return { least: 0, most: size.most === 0 ? 0 : Number.POSITIVE_INFINITY, usual: undefined };
  }
}

function add(a: WireSize, b: WireSize): WireSize {
  return {
    least: a.least + b.least,
    most: a.most + b.most,
    usual: a.usual === undefined || b.usual === undefined ? undefined : a.usual + b.usual,
  };
}

const knownSmall = new WeakMap<WireDescription, number>();

function smallSizeOfFields(description: WireDescription): number {
  const before = knownSmall.get(description);
  if (before !== undefined) return before;
  const size = description.fields.reduce((sum, field) => sum + smallSizeOf(field), 0);
  knownSmall.set(description, size);
  return size;
}

/**
 * The size of a field in the state of a small machine: one element in each array whose count depends on the state, no
 * elements in lists that may be empty, and conditional fields as on a typical machine.
 */
export function smallSizeOf({ size, count, presence, content }: WireField): number {
  if (presence.kind === 'when' && presence.isUsual !== true) return 0;
  const one = content === undefined ? (size.usual ?? size.least) : smallSizeOfFields(content);
  switch (count?.kind) {
    case undefined:
    case 'field':
      return one;
    case 'fixed':
      return one * count.value;
    case 'open':
      return one * (count.usual ?? 0) + count.overhead;
  }
}
