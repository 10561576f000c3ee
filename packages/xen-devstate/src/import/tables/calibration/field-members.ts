import type { Program } from '../../elf/program.js';
import { ImportError } from '../../import-error.js';
import { COUNTED, FIELD_FLAG, STRUCT } from '../field-flags.js';
import type { FieldLayout } from '../table-layout.js';
import type { FoundField, FoundTables } from './found-tables.js';
import type { MemberReport } from './member-report.js';
import type { Condition, Naming } from './place-of.js';
import { offsets, placeOf } from './place-of.js';

const WORD = 8;
const HALF = 4;
/** Sizes of QEMU's structs and more; a word that is above is not an offset in one. */
const LARGEST_STRUCT = 2 ** 28;

/** Bytes in memory of what a type is of, where that is always the same. Source: QEMU migration/vmstate-types.c. */
const SIZES: ReadonlyMap<string, number> = new Map([
  ...['bool', 'uint8', 'int8', 'uint8 equal'].map((type) => [type, 1] as const),
  ...['uint16', 'int16', 'uint16 equal'].map((type) => [type, 2] as const),
  ...['uint32', 'int32', 'uint32 equal', 'int32 equal', 'int32 le'].map((type) => [type, 4] as const),
  ...['uint64', 'int64', 'int64 equal'].map((type) => [type, 8] as const),
]);

/** Types that a count can be of. */
const NUMBERS: ReadonlySet<string> = new Set([...SIZES.keys()].filter((type) => type !== 'bool'));

/** Two fields of one list that follow one another. */
type Pair = readonly [FoundField, FoundField];

/**
 * Finds the members of a field by what they must be like in all descriptions.
 *
 * @param versionOf the version of a description, by its address
 * @throws ImportError where one lies nowhere, or could lie in several places
 */
export function fieldMembers(
  program: Program,
  tables: FoundTables,
  versionOf: (address: number) => number | undefined,
): { readonly field: FieldLayout; readonly reports: readonly MemberReport[] } {
  const { stride, info, description } = tables;
  const lists = [...tables.descriptions.values()];
  const all = lists.flatMap(({ fields }) => fields);
  const reports: MemberReport[] = [];
  const taken = new Set([0, info, description]);
  const half = (field: FoundField, at: number): number | undefined => program.integerAt(field.address + at);
  const word = (field: FoundField, at: number): number | undefined => program.sizeAt(field.address + at);
  const named = (read: (field: FoundField, at: number) => number | undefined): Naming<FoundField> => ({
    description: ({ owner }) => owner,
    item: ({ owner, name }) => `${owner}.${name}`,
    value: (field, at) => String(read(field, at) ?? 'a pointer'),
  });
  const find = (
    member: string,
    width: typeof HALF | typeof WORD,
    conditions: readonly Condition<FoundField>[],
  ): number => {
    const free = offsets(WORD, stride, width).filter(
      (at) => !taken.has(at) && !(width === HALF && taken.has(at - (at % WORD)) && isWide(at - (at % WORD))),
    );
    const found = placeOf(member, free, conditions, named(width === WORD ? word : half));
    taken.add(found.at);
    if (width === WORD) wide.add(found.at);
    reports.push(found);
    return found.at;
  };
  const wide = new Set([0, info, description]);
  const isWide = (at: number): boolean => wide.has(at);

  const plain = all.filter(({ type, struct }) => struct === undefined && SIZES.has(type ?? ''));
  const structs = all.filter(({ type, struct }) => type === undefined && struct !== undefined);
  const flags = find('the flags of a field', HALF, [
    {
      says: 'a number has flags',
      of: plain,
      holds: (field, at) => isWithin(half(field, at), 1, 2 ** 20),
    },
    {
      says: 'what has no type is a struct by its flags',
      of: structs,
      holds: (field, at) => ((half(field, at) ?? 0) & STRUCT) !== 0,
    },
    {
      says: 'a number is not a struct by its flags',
      of: plain,
      holds: (field, at) => ((half(field, at) ?? STRUCT) & STRUCT) === 0,
    },
  ]);
  const flagsOf = (field: FoundField): number => half(field, flags) ?? 0;
  const single = plain.filter((field) => flagsOf(field) === FIELD_FLAG.single);
  const size = find('the size of a field', WORD, [
    {
      says: 'a number has the size of its type',
      of: plain.filter((field) => (flagsOf(field) & FIELD_FLAG.arrayOfPointers) === 0),
      holds: (field, at) => word(field, at) === SIZES.get(field.type ?? ''),
    },
  ]);

  const isSingle = new Set(single);
  const pairs = lists.flatMap(({ fields }) =>
    fields.flatMap((field, i): readonly Pair[] => {
      const next = fields[i + 1];
      return next !== undefined && isSingle.has(field) && isSingle.has(next) && field.name !== next.name
        ? [[field, next]]
        : [];
    }),
  );
  const offsetPlace = placeOf(
    'the offset of a field',
    offsets(WORD, stride, WORD).filter((at) => !taken.has(at)),
    [
      {
        says: 'fields of one struct do not overlap, and each lies at a multiple of its size',
        of: pairs,
        share: 0.8, // a field may be in a list twice, once for older versions
        holds: ([a, b], at) => {
          const [first, second] = [word(a, at), word(b, at)];
          if (!isWithin(first, 0, LARGEST_STRUCT) || !isWithin(second, 0, LARGEST_STRUCT)) return false;
          const [one = 0, other = 0] = [first, second];
          const [sizeOfOne = 1, sizeOfOther = 1] = [SIZES.get(a.type ?? ''), SIZES.get(b.type ?? '')];
          const areApart = one < other ? one + sizeOfOne <= other : other + sizeOfOther <= one;
          return areApart && one % sizeOfOne === 0 && other % sizeOfOther === 0;
        },
      },
    ],
    {
      description: ([{ owner }]) => owner,
      item: ([a, b]) => `${a.owner}.${a.name} and ${b.name}`,
      value: ([a, b], at) => `${word(a, at) ?? 'a pointer'} and ${word(b, at) ?? 'a pointer'}`,
    },
  );
  reports.push(offsetPlace);
  const offset = offsetPlace.at;
  taken.add(offset);
  wide.add(offset);

  const arrays = all.filter(
    (field) => (flagsOf(field) & (FIELD_FLAG.array | FIELD_FLAG.mustExist | COUNTED)) === FIELD_FLAG.array,
  );
  const count = find('the count of a field', HALF, [
    { says: 'an array has a count', of: arrays, holds: (field, at) => isWithin(half(field, at), 1, 2 ** 24) },
    { says: 'what is not an array has none', of: single, holds: (field, at) => half(field, at) === 0 },
  ]);

  const numbers = new Map<string, ReadonlySet<number>>(); // offsets of numbers in each list, by its name
  for (const { name, fields } of lists)
    numbers.set(
      name,
      new Set([
        ...(numbers.get(name) ?? []),
        ...fields
          .filter((field) => NUMBERS.has(field.type ?? '') && (flagsOf(field) & FIELD_FLAG.single) !== 0)
          .map((field) => word(field, offset) ?? -1),
      ]),
    );
  /** A place for the offset of a number, which some fields have and all others have not. */
  const findOffset = (member: string, bits: number, what: string): number | undefined => {
    const having = all.filter((field) => (flagsOf(field) & bits) !== 0);
    if (having.length === 0) return undefined;
    return find(member, HALF, [
      {
        says: `${what} is told where that lies`,
        of: having,
        // such a number may also be the first one in its struct
        share: 0.7,
        holds: (field, at) => isWithin(half(field, at), 1, LARGEST_STRUCT),
      },
      { says: `what is not ${what} has 0`, of: single, holds: (field, at) => half(field, at) === 0 },
      {
        says: 'that is often the offset of a number in the same list',
        of: having,
        share: 0,
        decides: true,
        holds: (field, at) => numbers.get(field.owner)?.has(half(field, at) ?? -1) === true,
      },
    ]);
  };
  const countOffset = findOffset(
    'the offset of the count of a field',
    COUNTED,
    'an array whose count is in memory',
  );
  if (countOffset === undefined)
    throw new ImportError('cannot tell where the offset of the count of a field lies: no array has one');
  const sizeOffset = findOffset(
    'the offset of the size of a field',
    FIELD_FLAG.sizedBuffer,
    'a buffer whose size is in memory',
  );

  const owners = new Map<FoundField, number>();
  for (const { address, fields } of lists)
    for (const field of fields) owners.set(field, versionOf(address) ?? 0);
  const version = find('the version of a field', HALF, [
    {
      says: 'a field is not newer than its description',
      of: single,
      holds: (field, at) => isWithin(half(field, at), 0, (owners.get(field) ?? 0) + 1),
    },
    {
      says: 'some fields came later',
      of: single,
      share: 0,
      holds: (field, at) => isWithin(half(field, at), 1, 2 ** 16),
    },
  ]);
  const versioned = all.filter((field) => (flagsOf(field) & FIELD_FLAG.structOfVersion) !== 0);
  const structVersion =
    versioned.length === 0
      ? undefined
      : find("the struct's version of a field", HALF, [
          {
            says: 'a struct is written in a version that it has',
            of: versioned,
            holds: (field, at) => isWithin(half(field, at), 1, (versionOf(field.struct ?? 0) ?? 0) + 1),
          },
          { says: 'what is not a struct has none', of: single, holds: (field, at) => half(field, at) === 0 },
        ]);
  const exists = find('the predicate of a field', WORD, [
    {
      says: 'a predicate is a function, or there is none',
      of: all,
      holds: (field, at) => {
        const target = program.pointerAt(field.address + at);
        return target === undefined ? word(field, at) === 0 : program.isCode(target);
      },
    },
    {
      says: 'some fields have one',
      of: all,
      share: 0,
      decides: true,
      holds: (field, at) => program.pointerAt(field.address + at) !== undefined,
    },
  ]);
  return {
    field: {
      ...{ stride, offset, size, count, countOffset, sizeOffset, info, flags, description },
      ...{ version, structVersion, exists },
    },
    reports,
  };
}

function isWithin(value: number | undefined, from: number, to: number): boolean {
  return value !== undefined && value >= from && value < to;
}
