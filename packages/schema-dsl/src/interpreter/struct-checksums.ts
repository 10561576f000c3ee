import { checkGiven, describe, isChecksum } from '@bytewright/runtime/codec';
import type { ChecksumIR } from '../ir/checksum.js';
import { checksumLabel } from '../ir/checksum.js';
import type { FieldIR, StructIR } from '../ir/schema.js';
import { computeChecksum } from './checksums.js';
import type { DecodeContext } from './decode-context.js';
import type { DecodeScope } from './decode-scope.js';
import type { EncodeContext } from './encode-context.js';
import type { EncodeScope } from './encode-scope.js';
import { handlerOf } from './nodes/index.js';

const NONE: readonly ChecksumIR[] = [];

/** Verifies the checksums that are due against the bytes that they cover. */
export function failedChecksum(
  definition: StructIR,
  index: number,
  context: DecodeContext,
  scope: DecodeScope,
): boolean {
  const extents = {
    startOf: (name: string): number => scope.startOf(name) ?? Number.NaN, // everything covered has been decoded
    endOf: (name: string): number => scope.endOf(name) ?? Number.NaN,
  };
  for (const checksum of definition.checksums ?? NONE) {
    if (checksum.after !== index) continue;
    const { bytes, structs } = context;
    const expected = computeChecksum(checksum, bytes, extents, scope, structs, definition.fields);
    const found = scope.field(checksum.field);
    if (isSame(found, expected)) continue;
    context.path.push(checksum.field);
    context.fail(
      'mismatch',
      extents.startOf(checksum.field),
      () => `${checksumLabel(checksum)}${describe(expected)}`,
      () => describe(found),
    );
    context.path.pop();
    return true;
  }
  return false;
}

function isSame(found: unknown, expected: unknown): boolean {
  return found instanceof Uint8Array ? isChecksum(found, expected) : Object.is(found, expected);
}

/** Fills in the checksums of an encoded struct, starting with those that others cover. */
export function fillChecksums(
  definition: StructIR,
  context: EncodeContext,
  scope: EncodeScope,
  starts: ReadonlyMap<string, number>,
  ends: ReadonlyMap<string, number>,
): void {
  const extents = {
    startOf: (name: string): number => starts.get(name) ?? Number.NaN, // all fields have been written
    endOf: (name: string): number => ends.get(name) ?? Number.NaN,
  };
  const { offset } = context;
  for (const checksum of definition.checksums ?? NONE) {
    const field = definition.fields.find(({ name }) => name === checksum.field) as FieldIR; // every checksum has a field
    const value = computeChecksum(
      checksum,
      context.bytes,
      extents,
      scope,
      context.structs,
      definition.fields,
    );
    context.offset = extents.startOf(checksum.field);
    context.path.push(field.name);
    handlerOf(field.node).encode(field.node, value, context, scope);
    checkGiven(scope.value, field.name, value, extents.startOf(checksum.field), context.here);
    context.path.pop();
  }
  context.offset = offset;
}

/** Whether a field is a checksum, which is filled in once the bytes that it covers have been written. */
export function holdsChecksum({ checksums = NONE }: StructIR, { name }: FieldIR): boolean {
  return checksums.some(({ field }) => field === name);
}
