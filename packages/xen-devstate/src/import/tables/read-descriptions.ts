import type { Program } from '../elf/program.js';
import { ImportError } from '../import-error.js';
import { ANY_FLAG, COUNTED, FIELD_FLAG, STRUCT } from './field-flags.js';
import type { FieldContent, FieldNumber, StateDescription, StateField } from './state-description.js';
import type { TableLayout } from './table-layout.js';
import { wireTypeAt } from './wire-type-at.js';

const WORD = 8;
/** Structs in structs; real ones go down to six. */
const DEEPEST = 32;
/** More fields than any description has; what runs on is not a list of fields. */
const MOST_FIELDS = 1024;
/** Entries of lists that are read for each pointer. Tables apart from one another take less than one. */
const ENTRIES_PER_POINTER = 4;

/**
 * All descriptions of device state in a program, in the order of their addresses.
 *
 * What looks like a description has to look like one throughout: pointers are only where members are pointers, and lead
 * to names, types, code, lists that end, and other descriptions.
 */
export function readDescriptions(program: Program, layout: TableLayout): readonly StateDescription[] {
  const reader = new DescriptionReader(program, layout);
  const found: StateDescription[] = [];
  for (const address of [...program.pointers.keys()].sort((a, b) => a - b)) {
    const description = reader.read(address);
    if (description !== undefined) found.push(description);
  }
  return found;
}

/** What a field is in memory; the members that follow from it are found in a second step. */
interface RawField {
  readonly name: string;
  readonly flags: number;
  readonly offset: number;
  readonly address: number;
}

class DescriptionReader {
  readonly #program: Program;
  readonly #layout: TableLayout;
  readonly #known = new Map<number, StateDescription | undefined>();
  #depth = 0;
  /** Entries of lists that may still be read: each has a pointer of its own, but where lists lie in one another. */
  #left: number;

  constructor(program: Program, layout: TableLayout) {
    this.#program = program;
    this.#layout = layout;
    this.#left = ENTRIES_PER_POINTER * program.pointers.size;
  }

  /** The description at an address, if there is one. */
  read(address: number): StateDescription | undefined {
    if (this.#known.has(address)) return this.#known.get(address);
    if (this.#depth === DEEPEST) return undefined;
    this.#known.set(address, undefined); // what leads back to itself is not a description: they are trees
    this.#depth++;
    const description = this.#read(address);
    this.#depth--;
    this.#known.set(address, description);
    return description;
  }

  #read(address: number): StateDescription | undefined {
    const { description: at } = this.#layout;
    const program = this.#program;
    const name = program.textAt(program.pointerAt(address));
    const version = program.integerAt(address + at.version);
    const minimum = program.integerAt(address + at.minimum);
    const list = program.pointerAt(address + at.fields);
    if (name === undefined || list === undefined) return undefined;
    if (version === undefined || minimum === undefined || minimum < 0 || version < minimum) return undefined;
    const members = new Set([0, at.fields, at.subsections]);
    const end = Math.max(at.fields, at.subsections) + WORD;
    for (let word = 0; word < end; word += WORD) {
      const target = program.pointerAt(address + word);
      if (!members.has(word) && target !== undefined && !program.isCode(target)) return undefined;
    }
    const raw = this.#rawFields(list);
    const subsections = this.#subsections(address + at.subsections);
    if (raw === undefined || subsections === undefined) return undefined;
    const sources = sourcesIn(raw);
    const fields: StateField[] = [];
    for (const field of raw) {
      const read = this.#field(field, sources);
      if (read === undefined) return undefined;
      if (read !== 'nothing') fields.push(read);
    }
    return { address, name, version, minimum, fields, subsections };
  }

  #rawFields(list: number): readonly RawField[] | undefined {
    const { field: at, end } = this.#layout;
    const program = this.#program;
    const fields: RawField[] = [];
    for (let address = list; fields.length < MOST_FIELDS; address += at.stride) {
      const flags = program.integerAt(address + at.flags);
      const offset = program.sizeAt(address + at.offset);
      if (flags === undefined || (flags & ~ANY_FLAG) !== 0 || offset === undefined) return undefined;
      const text = program.pointerAt(address);
      if (text === undefined) {
        return flags === end && this.#isEmpty(address) ? fields : undefined;
      }
      const name = program.textAt(text);
      if (name === undefined) return undefined;
      this.#spend();
      fields.push({ name, flags, offset, address });
    }
    return undefined;
  }

  #spend(): void {
    if (--this.#left < 0)
      throw new ImportError('lists of fields that lie in one another, as no compiler makes them');
  }

  /** Whether an entry is all zeros, but for its flags. */
  #isEmpty(address: number): boolean {
    const { stride, flags } = this.#layout.field;
    for (let at = 0; at < stride; at += 4)
      if (at !== flags && this.#program.integerAt(address + at) !== 0) return false;
    return true;
  }

  #subsections(slot: number): readonly StateDescription[] | undefined {
    const program = this.#program;
    const list = program.pointerAt(slot);
    if (list === undefined) return program.sizeAt(slot) === 0 ? [] : undefined;
    const subsections: StateDescription[] = [];
    for (let at = list; ; at += WORD) {
      const target = program.pointerAt(at);
      if (target === undefined) return program.sizeAt(at) === 0 ? subsections : undefined;
      this.#spend();
      const subsection = this.read(target);
      if (subsection !== undefined) subsections.push(subsection);
      else if (!this.#isStub(target)) return undefined;
    }
  }

  /**
   * Whether a description is that of a device which is not built into this QEMU, or a field of it is: it has no list of fields.
   * QEMU never writes one. Source: QEMU hw/acpi/acpi-cpu-hotplug-stub.c, hw/intc/arm_gicv3_hvf_stub.c.
   */
  #isStub(address: number): boolean {
    const { description: at, field } = this.#layout;
    const program = this.#program;
    const isEmpty = (one: number): boolean =>
      [at.fields, at.subsections].every((member) => program.sizeAt(one + member) === 0);
    if (isEmpty(address)) return true;
    const list = program.pointerAt(address + at.fields);
    const raw = list === undefined ? undefined : this.#rawFields(list);
    return (
      raw?.some(({ address: one, flags }) => {
        const struct = program.pointerAt(one + field.description);
        return (flags & STRUCT) !== 0 && struct !== undefined && isEmpty(struct);
      }) ?? false
    );
  }

  /** A field; 'nothing' for one that is only a condition; `undefined` for anything but a field. */
  #field(field: RawField, all: Sources): StateField | 'nothing' | undefined {
    const { field: at } = this.#layout;
    const program = this.#program;
    const { name, flags, address } = field;
    const predicate = program.pointerAt(address + at.exists);
    const since = program.integerAt(address + at.version);
    if (since === undefined || since < 0) return undefined;
    if (predicate !== undefined && !program.isCode(predicate)) return undefined;
    if ((flags & FIELD_FLAG.mustExist) !== 0) return 'nothing';
    const content = this.#content(field, all);
    const count = this.#count(field, all);
    if (content === undefined || count === 'wrong') return undefined;
    return {
      ...{ name, content, since, hasPredicate: predicate !== undefined, count },
      ...(this.#isMarked(flags) && { isMarked: true }),
    };
  }

  /** Source: QEMU include/migration/vmstate.h, `VMS_ARRAY_OF_POINTER_AUTO_ALLOC`; before there was one, the bit ended lists. */
  #isMarked(flags: number): boolean {
    return this.#layout.end > FIELD_FLAG.markedPointers && (flags & FIELD_FLAG.markedPointers) !== 0;
  }

  #content(field: RawField, all: Sources): FieldContent | undefined {
    const { field: at } = this.#layout;
    const program = this.#program;
    const { flags, address } = field;
    if ((flags & STRUCT) !== 0) {
      const target = program.pointerAt(address + at.description);
      const description = target === undefined ? undefined : this.read(target);
      if (description === undefined) return undefined;
      if ((flags & FIELD_FLAG.structOfVersion) === 0)
        return { kind: 'struct', description, version: undefined };
      if (at.structVersion === undefined)
        throw new ImportError(
          `${field.name} is written in a version of its own, and no table shows where that is kept`,
        );
      const version = program.integerAt(address + at.structVersion);
      return version === undefined ? undefined : { kind: 'struct', description, version };
    }
    const type = wireTypeAt(program, program.pointerAt(address + at.info));
    const size = this.#size(field, all);
    if (type === undefined || size === undefined) return undefined;
    const target = program.pointerAt(address + at.description);
    const description = target === undefined ? undefined : this.read(target);
    return { kind: 'value', type, size, description };
  }

  #size(field: RawField, all: Sources): FieldNumber | undefined {
    const { field: at } = this.#layout;
    const size = this.#program.sizeAt(field.address + at.size);
    if (size === undefined) return undefined;
    if ((field.flags & FIELD_FLAG.sizedBuffer) === 0) return { kind: 'fixed', value: size };
    const source =
      at.sizeOffset === undefined ? undefined : this.#program.integerAt(field.address + at.sizeOffset);
    const times = (field.flags & FIELD_FLAG.multiplySize) !== 0 ? size : 1;
    return source === undefined ? undefined : sourceOf(source, times, all);
  }

  #count(field: RawField, all: Sources): FieldNumber | undefined | 'wrong' {
    const { field: at } = this.#layout;
    const { flags, address } = field;
    const count = this.#program.integerAt(address + at.count);
    if (count === undefined || count < 0) return 'wrong';
    if ((flags & COUNTED) !== 0) {
      const source = this.#program.integerAt(address + at.countOffset);
      const times = (flags & FIELD_FLAG.multiplyCount) !== 0 ? count : 1;
      return source === undefined ? 'wrong' : sourceOf(source, times, all);
    }
    return (flags & FIELD_FLAG.array) === 0 ? undefined : { kind: 'fixed', value: count };
  }
}

/** Fields that hold one number: which they are on the wire, by their offset in memory. */
type Sources = ReadonlyMap<number, number>;

function sourcesIn(all: readonly RawField[]): Sources {
  const sources = new Map<number, number>();
  const onWire = all.filter(({ flags }) => (flags & FIELD_FLAG.mustExist) === 0);
  for (const [index, { flags, offset }] of onWire.entries())
    if ((flags & FIELD_FLAG.single) !== 0 && !sources.has(offset)) sources.set(offset, index);
  return sources;
}

/** The field at an offset in memory, if it is on the wire as well. */
function sourceOf(offset: number, times: number, all: Sources): FieldNumber {
  const index = all.get(offset);
  return index === undefined ? { kind: 'unknown' } : { kind: 'field', index, times };
}
