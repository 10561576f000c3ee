import type { Program } from '../elf/program.js';
import { ImportError } from '../import-error.js';
import { FIELD_FLAG } from './field-flags.js';
import type { KnownDescription, KnownField } from './known-descriptions.js';
import { KNOWN_DESCRIPTIONS } from './known-descriptions.js';
import type { TableLayout } from './table-layout.js';

/** Fewer known descriptions than these prove nothing: members could be taken for one another. */
const NEEDED = 4;
/** Sizes that a description and a field are not above, in bytes. */
const LARGEST = 256;
const WORD = 8;
/** More pointers to one name than a QEMU has: each could be that of a table, and is tried as one. */
const MOST_SLOTS = 1024;

/** A known description, found: where it is, and where each of its fields is. */
interface Found {
  readonly known: KnownDescription;
  readonly address: number;
  readonly fieldAddresses: readonly number[];
}

/**
 * Finds out how a program lays its tables out, by descriptions whose content is known.
 *
 * @throws ImportError where too few of them are found, or a member could be at several places or at none
 */
export function calibrate(program: Program): TableLayout {
  const { fields, stride, found } = findKnown(program);
  const each = <T>(values: (known: KnownField) => T | undefined): readonly Evidence<T>[] =>
    found.flatMap(({ known, fieldAddresses }) =>
      known.fields.flatMap((field, i) => {
        const value = values(field);
        return value === undefined ? [] : [{ address: fieldAddresses[i] ?? 0, value }];
      }),
    );
  const nameOf = (address: number): string | undefined => {
    const described = program.pointerAt(address);
    return described === undefined ? undefined : program.textAt(program.pointerAt(described));
  };
  const inField = <T>(
    member: string,
    step: number,
    evidence: readonly Evidence<T>[],
    read: (address: number) => T | undefined,
  ): number => onlyPlace(`${member} of a field`, places(WORD, stride, step), evidence, read);
  const inDescription = (member: string, value: (known: KnownDescription) => number): number =>
    onlyPlace(
      `${member} of a description`,
      places(WORD, fields, 4),
      found.map(({ known, address }) => ({ address, value: value(known) })),
      (address) => program.integerAt(address),
    );

  const offset = onlyPlace(
    'offset of a field',
    places(WORD, stride, WORD),
    found.flatMap(({ known, fieldAddresses }) =>
      known.fields.flatMap(({ behind }, i) => {
        if (behind === undefined) return [];
        const [before, distance] = behind;
        const earlier = fieldAddresses[known.fields.findIndex(({ name }) => name === before)] ?? 0;
        return [{ address: fieldAddresses[i] ?? 0, value: distance, earlier }];
      }),
    ),
    (address, at, { earlier }) => difference(program.sizeAt(address), program.sizeAt(earlier + at)),
  );
  const sources = (
    pick: (known: KnownField) => string | undefined,
  ): readonly Evidence<number | undefined>[] =>
    found.flatMap(({ known, fieldAddresses }) =>
      known.fields.flatMap((field, i) => {
        const source = known.fields.findIndex(({ name }) => name === pick(field));
        if (source < 0) return [];
        return [
          { address: fieldAddresses[i] ?? 0, value: program.sizeAt((fieldAddresses[source] ?? 0) + offset) },
        ];
      }),
    );
  const structVersions = each(({ structVersion }) => structVersion);
  return {
    description: {
      version: inDescription('the version', ({ version }) => version),
      minimum: inDescription('the minimum version', ({ minimum }) => minimum),
      fields,
      subsections: onlyPlace(
        'the subsections of a description',
        places(fields, LARGEST, WORD),
        found.flatMap(({ known: { subsection }, address }) =>
          subsection === undefined ? [] : [{ address, value: subsection }],
        ),
        (address) => {
          const list = program.pointerAt(address);
          return list === undefined ? undefined : nameOf(list);
        },
      ),
    },
    field: {
      stride,
      offset,
      size: inField(
        'the size',
        WORD,
        each(({ size }) => size),
        (address) => program.sizeAt(address),
      ),
      count: inField(
        'the count',
        4,
        each(({ count }) => count),
        (address) => program.integerAt(address),
      ),
      countOffset: inField(
        'the offset of the count',
        WORD,
        sources(({ countedBy }) => countedBy),
        (address) => program.sizeAt(address),
      ),
      sizeOffset: inField(
        'the offset of the size',
        WORD,
        sources(({ sizedBy }) => sizedBy),
        (address) => program.sizeAt(address),
      ),
      info: inField(
        'the type',
        WORD,
        each(({ type }) => type),
        nameOf,
      ),
      flags: inField(
        'the flags',
        4,
        each(({ flags }) => flags),
        (address) => program.integerAt(address),
      ),
      description: inField(
        'the struct',
        WORD,
        each(({ struct }) => struct),
        nameOf,
      ),
      version: inField(
        'the version',
        4,
        each(({ version }) => version),
        (address) => program.integerAt(address),
      ),
      structVersion:
        structVersions.length === 0
          ? undefined
          : inField("the struct's version", 4, structVersions, (address) => program.integerAt(address)),
      exists: inField(
        'the predicate',
        WORD,
        each(({ hasPredicate }) => hasPredicate),
        (address) => {
          const target = program.pointerAt(address);
          return target === undefined ? program.sizeAt(address) !== 0 && undefined : program.isCode(target);
        },
      ),
    },
    end: endOf(program, found, stride),
  };
}

interface Evidence<T> {
  readonly address: number;
  readonly value: T;
}

/** The one place at which all evidence is right. @throws ImportError where there is none, or several */
function onlyPlace<T, E extends Evidence<T>>(
  member: string,
  candidates: readonly number[],
  evidence: readonly E[],
  read: (address: number, at: number, evidence: E) => T | undefined,
): number {
  const fitting = candidates.filter((at) =>
    evidence.every((item) => read(item.address + at, at, item) === item.value),
  );
  const [place] = fitting;
  if (place !== undefined && fitting.length === 1 && evidence.length > 0) return place;
  const seen =
    evidence.length === 0
      ? 'nothing known shows it'
      : `it could be at ${fitting.join(' or ') || 'none of them'}`;
  throw new ImportError(
    `cannot tell where ${member} lies: ${seen}. The tables of this QEMU are laid out in a way that is not known`,
  );
}

function places(from: number, to: number, step: number): readonly number[] {
  const all: number[] = [];
  for (let at = from; at < to; at += step) all.push(at);
  return all;
}

function difference(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a - b;
}

/** Finds the known descriptions by the names of their fields, and where fields are on the way. */
function findKnown(program: Program): { fields: number; stride: number; found: readonly Found[] } {
  const slots = slotsOfNames(program, new Set(KNOWN_DESCRIPTIONS.map(({ name }) => name)));
  const byPlace = new Map<string, { fields: number; stride: number; found: Found[] }>();
  for (const known of KNOWN_DESCRIPTIONS) {
    for (const address of slots.get(known.name) ?? []) {
      for (const fields of places(WORD, LARGEST, WORD)) {
        const first = program.pointerAt(address + fields);
        if (first === undefined) continue;
        for (const stride of places(WORD, LARGEST, WORD)) {
          const fieldAddresses = known.fields.map((_, i) => first + i * stride);
          const fits = known.fields.every(
            ({ name }, i) => program.textAt(program.pointerAt(fieldAddresses[i] ?? 0)) === name,
          );
          if (!fits) continue;
          const key = `${fields} ${stride}`;
          const place = byPlace.get(key) ?? { fields, stride, found: [] };
          byPlace.set(key, place);
          place.found.push({ known, address, fieldAddresses });
        }
      }
    }
  }
  const [best, second] = [...byPlace.values()].sort((a, b) => b.found.length - a.found.length);
  if (best === undefined || best.found.length < NEEDED)
    throw new ImportError(
      `${best?.found.length ?? 0} of ${KNOWN_DESCRIPTIONS.length} known tables of device state, too few to go by: is this a QEMU system emulator?`,
    );
  if (second !== undefined && second.found.length * 2 > best.found.length)
    throw new ImportError('tables of device state that could be laid out in two ways');
  return best;
}

/** Where pointers to certain names are. */
function slotsOfNames(program: Program, names: ReadonlySet<string>): ReadonlyMap<string, readonly number[]> {
  const slots = new Map<string, number[]>();
  for (const [slot, target] of program.pointers) {
    const text = program.textAt(target);
    if (text === undefined || !names.has(text)) continue;
    const known = slots.get(text);
    if (known === undefined) slots.set(text, [slot]);
    else known.push(slot);
    if (known !== undefined && known.length > MOST_SLOTS)
      throw new ImportError(`more than ${MOST_SLOTS} pointers to the name ${text}`);
  }
  return slots;
}

function endOf(program: Program, found: readonly Found[], stride: number): TableLayout['end'] {
  const kinds = new Set(
    found.map(({ fieldAddresses }) => {
      const end = (fieldAddresses.at(-1) ?? 0) + stride;
      const words = places(0, stride, 4).map((at) => program.integerAt(end + at));
      const others = words.filter((word) => word !== 0);
      if (others.length === 0) return 'zeros';
      return others.length === 1 && others[0] === FIELD_FLAG.end ? 'flag' : undefined;
    }),
  );
  const [kind] = kinds;
  if (kind !== undefined && kinds.size === 1) return kind;
  throw new ImportError('lists of fields that end in a way that is not known');
}
