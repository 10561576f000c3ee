import { isEncodeError } from '@bytewright/runtime';
import type { Field } from '@bytewright/schema-dsl/inspect';
import {
  elementOf,
  fieldsIn,
  isSameValue,
  lengthOf,
  plainNode,
  withValue,
} from '@bytewright/schema-dsl/inspect';
import type { NodeIR } from '@bytewright/schema-dsl/ir';
import { openBy } from '../open/open-device-state.js';
import type { OpenedFile } from '../open/opened-file.js';
import type { OpenedSection } from '../open/opened-section.js';
import type { AnyDeviceState } from '../wire/device-state-of.js';

/** A file in which one byte of one field was changed. */
export interface Edit {
  readonly bytes: Uint8Array;
  readonly section: OpenedSection;
  /** The path in the file's value. */
  readonly path: string;
  readonly before: number | bigint;
  readonly after: number | bigint;
  /** Whether the edited bytes decode to the edited value. */
  readonly isReadBack: boolean;
}

/** Byte 0x0f of the clock chip's CMOS memory tells the firmware how the machine was shut down. */
const CMOS = { name: 'mc146818rtc', field: 'cmosData', index: 0x0f };

/**
 * Changes one byte: of the CMOS memory, or of the first number or bytes that can be changed.
 *
 * @returns `undefined` if none can be changed
 */
export function editOneByte(file: OpenedFile): Edit | undefined {
  for (const { section, field } of numbers(file)) {
    const { value: before } = field;
    if (typeof before !== 'number' && typeof before !== 'bigint') continue;
    // some bytes cannot be changed: a payload that could be mistaken for a header has no encoding
    for (const bit of [1, 2, 4]) {
      const after = typeof before === 'bigint' ? before ^ BigInt(bit) : before ^ bit;
      const edit = tryEdit(file, section, field, before, after);
      if (edit !== undefined) return edit;
    }
  }
  return undefined;
}

function tryEdit(
  { opened }: OpenedFile,
  section: OpenedSection,
  field: Field,
  before: number | bigint,
  after: number | bigint,
): Edit | undefined {
  const segments = ['sections', section.index, ...field.segments];
  const value = withValue(opened.value, segments, after) as AnyDeviceState; // the same type: only one number differs
  try {
    const bytes = opened.codec.encode(value);
    const again = openBy(opened.codec, bytes);
    const path = `sections[${section.index}].${field.path}`;
    return { bytes, section, path, before, after, isReadBack: isSameValue(again.value, value) };
  } catch (error) {
    if (!isEncodeError(error)) throw error;
    return undefined;
  }
}

interface Place {
  readonly section: OpenedSection;
  readonly field: Field;
}

/** The numbers to try an edit on: first in the CMOS memory, then in the payloads in order. */
function* numbers({ sections }: OpenedFile): Generator<Place> {
  const clock = sections.find(({ name }) => name === CMOS.name);
  const [state] = clock?.fields().slice(-1) ?? [];
  if (clock !== undefined && state !== undefined) {
    const memory =
      state.label === 'payload' ? state : fieldsIn(state).find(({ label }) => label === CMOS.field);
    const byte = memory && elementOf(memory, CMOS.index);
    if (byte !== undefined) yield { section: clock, field: byte };
  }
  for (const section of sections) {
    for (const field of section.fields().slice(-1)) yield* numbersIn(section, field);
  }
}

function* numbersIn(section: OpenedSection, field: Field): Generator<Place> {
  if (isInteger(field.node)) yield { section, field };
  const first =
    lengthOf(field.value) > 0 && ArrayBuffer.isView(field.value) ? elementOf(field, 0) : undefined;
  if (first !== undefined) yield { section, field: first };
  for (const inner of fieldsIn(field)) yield* numbersIn(section, inner);
}

function isInteger(node: NodeIR): boolean {
  return plainNode(node).kind === 'integer';
}
