import { count, printable } from '@bytewright/cli';
import { hexOf } from '@bytewright/runtime/codec';
import type { Field } from '@bytewright/schema-dsl/inspect';
import { floatToJson, lengthOf, plainNode } from '@bytewright/schema-dsl/inspect';
import type { FlagsNode } from '@bytewright/schema-dsl/ir';
import { describeNode, memberWithValue, UNKNOWN_BITS, valueOfMember } from '@bytewright/schema-dsl/ir';

/** The number of bytes and numbers shown before the rest is abbreviated. */
const SHOWN_BYTES = 16;
const SHOWN_NUMBERS = 8;
/** Bytes per line if all are shown. */
const LINE = 16;

/**
 * Formats a field's value for people: one line, or several if a list is shown in full. Numbers from 10 up are also in
 * hexadecimal, timers that are not armed in words, flags by name, bytes in hexadecimal.
 *
 * @param all whether long lists are shown in full
 * @example 15 of a `u8` is `15 (0x0f)`; -1 of a timer is `not armed`
 */
export function formatValue(
  field: Pick<Field, 'value' | 'node' | 'metadata'>,
  all = false,
): readonly string[] {
  const { value, metadata } = field;
  const node = plainNode(field.node);
  if (node.kind === 'padding') return value === undefined ? ['padding, as expected'] : listOf(value, all);
  if (value === undefined) return ['absent'];
  if (node.kind === 'flags' && typeof value === 'object' && value !== null) return [flagNames(node, value)];
  if (node.kind === 'enumeration') {
    const number =
      typeof value === 'string' ? valueOfMember(node, value) : memberWithValue(node, value)?.name;
    return [number === undefined ? `${String(value)} (unnamed)` : `${String(value)} (${String(number)})`];
  }
  if (metadata?.wireType === 'timer' && value === -1n) return ['not armed'];
  if (typeof value === 'number' && node.kind === 'float') return [String(floatToJson(value))];
  if (typeof value === 'number' || typeof value === 'bigint') return [numberText(value, metadata?.unit)];
  if (typeof value === 'string') return [printable(JSON.stringify(value))];
  if (typeof value === 'boolean') return [String(value)];
  if (ArrayBuffer.isView(value)) return listOf(value, all);
  if (lengthOf(value) === 0 && node.kind === 'list') return ['none'];
  return [describeNode(node)];
}

function numberText(value: number | bigint, unit: string | undefined): string {
  const digits = value.toString(16);
  const hex = value >= 10 ? ` (0x${digits.padStart(digits.length + (digits.length % 2), '0')})` : '';
  return `${value}${unit === undefined ? '' : ` ${unit}`}${hex}`;
}

function flagNames({ flags, node }: FlagsNode, value: object): string {
  const names = flags.filter(({ name }) => Reflect.get(value, name) === true).map(({ name }) => name);
  const unknown: unknown = Reflect.get(value, UNKNOWN_BITS);
  if ((typeof unknown === 'number' || typeof unknown === 'bigint') && BigInt(unknown) !== 0n)
    names.push(`0x${unknown.toString(16)}`);
  return names.length === 0 ? `none of ${describeNode(node)}` : names.join(' | ');
}

function listOf(list: unknown, all: boolean): string[] {
  if (!ArrayBuffer.isView(list)) return ['absent'];
  if (list instanceof Uint8Array) return bytesText(list, all);
  const numbers = Array.from(list as ArrayBufferView & Iterable<number | bigint>); // a list of numbers decodes to a typed array
  const shown = all ? numbers : numbers.slice(0, SHOWN_NUMBERS);
  if (numbers.length > 1 && numbers.every((number) => Number(number) === 0))
    return [`${count(numbers.length, 'number')}, all 0`];
  const more = numbers.length > shown.length ? `, … ${count(numbers.length, 'number')}` : '';
  return [`${shown.join(', ')}${more}`];
}

function bytesText(bytes: Uint8Array, all: boolean): string[] {
  const { length } = bytes;
  if (length === 0) return ['no bytes'];
  if (length > SHOWN_BYTES && !all) {
    if (bytes.every((byte) => byte === bytes[0]))
      return [`${count(length, 'byte')}, all ${hex(bytes.subarray(0, 1))}`];
    return [`${hex(bytes.subarray(0, SHOWN_BYTES))} … ${count(length, 'byte')}`];
  }
  if (length <= LINE) return [hex(bytes)];
  const digits = (length - 1).toString(16).length;
  const lines: string[] = [];
  for (let from = 0; from < length; from += LINE)
    lines.push(`${from.toString(16).padStart(digits, '0')}: ${hex(bytes.subarray(from, from + LINE))}`);
  return [count(length, 'byte'), ...lines];
}

function hex(bytes: Uint8Array): string {
  return hexOf(bytes, ' ');
}
