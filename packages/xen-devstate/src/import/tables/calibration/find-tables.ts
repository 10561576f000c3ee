import type { Program } from '../../elf/program.js';
import { ImportError } from '../../import-error.js';
import { wireTypeAt } from '../wire-type-at.js';
import type { FoundDescription, FoundField, FoundTables } from './found-tables.js';
import { offsets } from './place-of.js';

const WORD = 8;
/** Sizes that a description and a field are not above, in bytes. */
const LARGEST = 256;
/** More fields than any description has; what runs on is not a list of fields. */
const MOST_FIELDS = 1024;
/** More than any QEMU has, with room: one for ARM guests has 700 descriptions of 5,000 fields. What is beyond is not looked at. */
const MOST_DESCRIPTIONS = 8192;
const MOST_ENTRIES = 65_536;
/** Structs in structs; real ones go down to six. */
const DEEPEST = 32;
/** Fewer than these prove nothing. */
const FEWEST_FIELDS = 4;
const FEWEST_DESCRIPTIONS = 8;
const NEARLY_ALL = 0.9;
/** Of what is followed by another field; the last one of a list is not. */
const MANY = 0.7;

/**
 * Types that only tables of device state have: properties of devices have types called `uint8` and `bool` as well. Source: QEMU
 * migration/vmstate-types.c; the names are part of VMDESCRIPTION, so they stay.
 */
const TELLING_TYPES: ReadonlySet<string> = new Set([
  ...['buffer', 'unused_buffer', 'timer', 'bitmap', 'tmp', 'qtailq', 'CPU_Double_U'],
  ...['uint8 equal', 'uint16 equal', 'uint32 equal', 'int32 equal', 'int64 equal', 'int32 le'],
]);

/**
 * Finds the tables of device state by pointers alone. Fields are where a pointer leads to a type by a name that only device state
 * has; lists and descriptions are what leads to fields.
 *
 * @throws ImportError where there are too few of them, or they are in no order
 */
export function findTables(program: Program): FoundTables {
  const uses = usesOfTellingTypes(program);
  if (uses.length < FEWEST_FIELDS)
    throw new ImportError(
      `${uses.length} fields of device state, too few to go by: is this a QEMU system emulator?`,
    );
  const textAt = (slot: number): string | undefined => program.textAt(program.pointerAt(slot));
  const typeAt = (slot: number): string | undefined => wireTypeAt(program, program.pointerAt(slot));

  const info = offsets(WORD, LARGEST, WORD).find(
    (at) => share(uses, (slot) => textAt(slot - at) !== undefined) >= NEARLY_ALL,
  );
  if (info === undefined) throw new ImportError('cannot tell where the name of a field lies before its type');
  const first = uses.map((slot) => slot - info);
  const followed = offsets(info + WORD, LARGEST, WORD).map((at) => ({
    at,
    fields: first.filter((field) => textAt(field + at) !== undefined && isField(field + at)).length,
  }));
  const most = Math.max(...followed.map(({ fields }) => fields));
  const stride = followed.find(({ fields }) => fields > 0 && fields >= MANY * most)?.at;
  if (stride === undefined)
    throw new ImportError('cannot tell how far fields are apart: none follows another');

  const starts = [...program.pointers].filter(([, target]) => isTyped(target)).map(([slot]) => slot);
  const fields = offsets(WORD, LARGEST, WORD).find(
    (at) => share(starts, (slot) => textAt(slot - at) !== undefined) >= NEARLY_ALL,
  );
  if (starts.length < FEWEST_FIELDS || fields === undefined)
    throw new ImportError(
      'cannot tell where the fields of a description lie: nothing with a name leads to them',
    );

  const lists = new Map<number, number>(); // of each description, where its list of fields is
  for (const slot of starts) {
    if (lists.size === MOST_DESCRIPTIONS) break;
    const target = program.pointerAt(slot);
    if (target !== undefined && textAt(slot - fields) !== undefined) lists.set(slot - fields, target);
  }
  const description = descriptionMember();
  addThoseOfStructs();
  const descriptions = new Map<number, FoundDescription>();
  let left = MOST_ENTRIES;
  for (const [address, list] of lists) {
    if (left <= 0) break;
    const found = describe(address, list);
    left -= found?.fields.length ?? MOST_FIELDS; // what was looked through counts, whether or not it is a list
    if (found === undefined) continue;
    descriptions.set(address, found);
  }
  if (descriptions.size < FEWEST_DESCRIPTIONS)
    throw new ImportError(
      `${descriptions.size} descriptions of device state, too few to go by: is this a QEMU system emulator?`,
    );
  return { descriptions, fields, stride, info, description };

  /** Whether a named entry may be a field: it has a type, or a struct in place of it. */
  function isField(address: number): boolean {
    const target = program.pointerAt(address + (info ?? 0));
    return target === undefined || wireTypeAt(program, target) !== undefined;
  }

  function isTyped(address: number): boolean {
    return textAt(address) !== undefined && typeAt(address + (info ?? 0)) !== undefined;
  }

  /** Descriptions whose first field is a struct: one that is a description already. Device by device, as a struct may begin with one. */
  function addThoseOfStructs(): void {
    let open = [...program.pointers].filter(
      ([slot, target]) =>
        textAt(target) !== undefined &&
        program.pointerAt(target + description) !== undefined &&
        textAt(slot - (fields ?? 0)) !== undefined,
    );
    for (let round = 0; round < DEEPEST; round++) {
      const known = open.filter(([, target]) => lists.has(program.pointerAt(target + description) ?? -1));
      if (known.length === 0 || lists.size + known.length > MOST_DESCRIPTIONS) return;
      open = open.filter(([, target]) => !lists.has(program.pointerAt(target + description) ?? -1));
      for (const [slot, target] of known) lists.set(slot - (fields ?? 0), target);
    }
  }

  /** Whether a name is at an address, and further on a list whose first entry has a name. */
  function looksDescribed(address: number): boolean {
    const list = program.pointerAt(address + (fields ?? 0));
    return textAt(address) !== undefined && list !== undefined && textAt(list) !== undefined;
  }

  /** Where a field without a type has its description: of all pointers in such a field, the one that most often leads to one. */
  function descriptionMember(): number {
    const places = offsets(WORD, stride ?? 0, WORD).filter((at) => at !== info);
    const times = new Map<number, number>();
    let entries = MOST_ENTRIES;
    for (const list of lists.values()) {
      let field = list;
      for (let i = 0; i < MOST_FIELDS && textAt(field) !== undefined; i++, field += stride ?? 0) {
        if (--entries < 0) break;
        if (program.pointerAt(field + (info ?? 0)) !== undefined) continue;
        for (const at of places) {
          const target = program.pointerAt(field + at);
          if (target !== undefined && looksDescribed(target)) times.set(at, (times.get(at) ?? 0) + 1);
        }
      }
    }
    const [best, second] = [...times].sort(([, a], [, b]) => b - a);
    if (best === undefined)
      throw new ImportError('cannot tell where the struct of a field lies: no field is one');
    if (second !== undefined && second[1] * 2 > best[1])
      throw new ImportError(
        `cannot tell where the struct of a field lies: it could be at ${best[0]} or ${second[0]}`,
      );
    return best[0];
  }

  function describe(address: number, list: number): FoundDescription | undefined {
    const name = textAt(address);
    if (name === undefined) return undefined;
    const found: FoundField[] = [];
    let at = list;
    for (; found.length < MOST_FIELDS; at += stride ?? 0) {
      const field = textAt(at);
      if (field === undefined) break;
      const struct = program.pointerAt(at + description);
      found.push({
        address: at,
        name: field,
        owner: name,
        type: typeAt(at + (info ?? 0)),
        struct: struct !== undefined && lists.has(struct) ? struct : undefined,
      });
    }
    // a list ends: what stands behind it has no name, and no pointer instead
    const isWhole = found.length < MOST_FIELDS && program.pointerAt(at) === undefined;
    return isWhole ? { address, name, fields: found, end: at } : undefined;
  }
}

/** Where pointers to types of telling names are. */
function usesOfTellingTypes(program: Program): readonly number[] {
  const types = new Set<number>();
  for (const [slot, target] of program.pointers) {
    const text = program.textAt(target);
    if (text !== undefined && TELLING_TYPES.has(text) && wireTypeAt(program, slot) !== undefined)
      types.add(slot);
  }
  const uses: number[] = [];
  for (const [slot, target] of program.pointers) {
    if (types.has(target)) uses.push(slot);
    if (uses.length === MOST_ENTRIES) break;
  }
  return uses;
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length / items.length;
}
