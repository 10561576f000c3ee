import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { FIXTURES } from '../files.js';

/** A number of a layout. */
export type NumberType = 'u8' | 'i8' | 'u16' | 'i16' | 'u32' | 'i32' | 'i32le' | 'u64' | 'i64';

/** A device state's parts, as QEMU describes them; peers' schemas are made from this. */
export type Layout =
  | { readonly kind: 'number'; readonly type: NumberType }
  | { readonly kind: 'bytes'; readonly size: number }
  | { readonly kind: 'array'; readonly count: number; readonly element: Layout }
  | StructLayout;

/** Fields one after another. */
export interface StructLayout {
  readonly kind: 'struct';
  readonly fields: readonly { readonly name: string; readonly type: Layout }[];
}

/** What a VMDESCRIPTION says; see QEMU's `vmstate_save_state_v`. */
interface Described {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly array_len?: number;
  readonly index?: number;
  readonly struct?: DescribedStruct;
}

interface DescribedStruct {
  readonly name?: string;
  readonly vmsd_name?: string;
  readonly fields?: readonly Described[];
  readonly subsections?: readonly (DescribedStruct & { readonly vmsd_name: string })[];
}

const NUMBERS: Readonly<Record<string, readonly [NumberType, size: number]>> = {
  bool: ['u8', 1],
  int8: ['i8', 1],
  uint8: ['u8', 1],
  'uint8 equal': ['u8', 1],
  int16: ['i16', 2],
  uint16: ['u16', 2],
  'uint16 equal': ['u16', 2],
  int32: ['i32', 4],
  'int32 equal': ['i32', 4],
  'int32 le': ['i32le', 4],
  uint32: ['u32', 4],
  'uint32 equal': ['u32', 4],
  int64: ['i64', 8],
  uint64: ['u64', 8],
  timer: ['i64', 8],
};

/**
 * The layout of a file: its sections as fields of one struct, by the description that QEMU saved beside it. Everything is of
 * a size that is known, so peers have nothing to look for.
 */
export function layoutOfFile(file: string, footers: boolean): StructLayout {
  const text = gunzipSync(readFileSync(new URL(`${file}.vmdesc.json.gz`, FIXTURES))).toString();
  const { devices } = JSON.parse(text) as {
    readonly devices: readonly (DescribedStruct & { name: string })[];
  };
  const sections = devices
    .filter(({ name }) => name !== 'ram') // RAM is not part of a device state
    .map((device, index) => ({ name: `section${index}`, type: section(device, footers) }));
  return struct([
    ['magic', number('u32')],
    ['version', number('u32')],
    ...sections.map(({ name, type }): [string, Layout] => [name, type]),
    ['end', number('u8')],
  ]);
}

function section(device: DescribedStruct & { readonly name: string }, footers: boolean): StructLayout {
  const footer: [string, Layout][] = [
    ['footer', number('u8')],
    ['footer_id', number('u32')],
  ];
  return struct([
    ['type', number('u8')],
    ['section_id', number('u32')],
    ['id_length', number('u8')],
    ['id', { kind: 'bytes', size: device.name.length }],
    ['instance_id', number('u32')],
    ['version_id', number('u32')],
    ['state', contents(device)],
    ...(footers ? footer : []),
  ]);
}

function contents({ fields = [], subsections = [] }: DescribedStruct): StructLayout {
  return struct([
    ...fields.map((field): [string, Layout] => [identifier(field), typeOf(field)]),
    ...subsections.flatMap((one): [string, Layout][] => [
      [`${plain(one.vmsd_name)}_start`, { kind: 'bytes', size: 6 + one.vmsd_name.length }],
      [plain(one.vmsd_name), contents(one)],
    ]),
  ]);
}

function typeOf({ type, size, array_len, struct: inner }: Described): Layout {
  const [numberType, numberSize] = NUMBERS[type] ?? [];
  const one: Layout =
    inner?.fields !== undefined
      ? contents(inner)
      : numberType !== undefined && numberSize === size
        ? number(numberType)
        : { kind: 'bytes', size };
  return array_len === undefined ? one : { kind: 'array', count: array_len, element: one };
}

/** A struct of these fields; of two that have one name, the later one has a number behind. */
function struct(fields: readonly (readonly [string, Layout])[]): StructLayout {
  const seen = new Map<string, number>();
  const named = fields
    .filter(([, type]) => type.kind !== 'bytes' || type.size > 0)
    .map(([name, type]) => {
      const before = seen.get(name) ?? 0;
      seen.set(name, before + 1);
      return { name: before === 0 ? name : `${name}_${before}`, type };
    });
  return { kind: 'struct', fields: named };
}

function number(type: NumberType): Layout {
  return { kind: 'number', type };
}

function identifier({ name, index }: Described): string {
  return plain(index === undefined ? name : `${name}_${index}`);
}

/** A name that is one in every language: kaitai-struct wants small letters, too. */
function plain(name: string): string {
  const text = name
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase();
  return /^[a-z]/.test(text) ? text : `n${text}`;
}
