import type { TableLayout } from '../../src/import/tables/table-layout.js';
import type { Pointer } from './made-up-elf.js';
import { madeUpElf } from './made-up-elf.js';

/** A field as its members have it; what is not said is 0 or null. */
interface MadeUpField {
  readonly name: string;
  readonly type?: string;
  readonly struct?: string;
  readonly offset?: number;
  readonly size?: number;
  readonly flags: number;
  readonly count?: number;
  readonly countOffset?: number;
  readonly sizeOffset?: number;
  readonly version?: number;
  readonly structVersion?: number;
  readonly exists?: true;
}

interface MadeUpDescription {
  readonly name: string;
  readonly version: number;
  readonly minimum: number;
  readonly fields: readonly MadeUpField[];
  readonly subsections?: readonly string[];
}

/** How tables are laid out, and what else differs between versions of QEMU. */
export interface MadeUpLayout extends TableLayout {
  readonly descriptionSize: number;
  /** Words of a type that have its two functions. */
  readonly functions: readonly [number, number];
  /** Whether a byte behind the offset of a number says how many bytes that has. */
  readonly hasSizes: boolean;
}

const number = (name: string, type: string, size: number, offset: number, version = 0): MadeUpField => ({
  ...{ name, type, size, offset, flags: 1, version },
});

/** Devices of no QEMU, in which each kind of field is. */
export const MADE_UP: readonly MadeUpDescription[] = [
  {
    name: 'lamp',
    version: 3,
    minimum: 1,
    fields: [
      number('is_on', 'uint8', 1, 40),
      number('watts', 'uint16', 2, 42),
      number('hours', 'uint64', 8, 48, 2),
      { name: 'unused', type: 'unused_buffer', size: 3, flags: 0x20 },
      { name: 'dims_at', type: 'timer', size: 8, offset: 56, flags: 3, version: 3 },
    ],
    subsections: ['lamp/colour', 'lamp/flicker'],
  },
  { name: 'lamp/colour', version: 2, minimum: 2, fields: [number('hue', 'uint16', 2, 64)] },
  {
    name: 'lamp/flicker',
    version: 1,
    minimum: 1,
    fields: [number('rate', 'uint32', 4, 68), number('phase', 'uint32', 4, 72)],
  },
  {
    name: 'shelf',
    version: 4,
    minimum: 2,
    fields: [
      { name: 'lamps', struct: 'lamp', size: 80, offset: 16, count: 3, flags: 12 },
      number('books', 'int32', 4, 260),
      { name: 'pages', type: 'uint16', size: 2, offset: 264, countOffset: 260, flags: 0x12 },
      number('dust', 'uint8', 1, 272, 3),
      number('depth', 'uint8', 1, 273, 4),
      { name: 'label', type: 'buffer', size: 1, offset: 280, sizeOffset: 260, flags: 0x102 },
      { name: 'note', type: 'buffer', size: 16, offset: 288, flags: 0x20, exists: true },
    ],
    subsections: ['shelf/wall'],
  },
  { name: 'shelf/wall', version: 1, minimum: 0, fields: [number('studs', 'int32 equal', 4, 320)] },
  {
    name: 'clock',
    version: 2,
    minimum: 1,
    fields: [
      { name: 'hands', type: 'uint32', size: 4, offset: 24, count: 3, flags: 4 },
      { name: 'alarm', type: 'timer', size: 8, offset: 40, flags: 3 },
      number('ticks', 'uint64', 8, 48),
      number('mode', 'uint32', 4, 56, 2),
      { name: 'dial', struct: 'lamp/colour', size: 4, offset: 60, flags: 0x8000, structVersion: 2 },
    ],
  },
  {
    name: 'door',
    version: 1,
    minimum: 1,
    fields: [
      { name: 'unused', type: 'unused_buffer', size: 7, flags: 0x20 },
      number('locks', 'uint8', 1, 8),
      number('angle', 'uint16', 2, 10),
      { name: 'keys', type: 'uint8', size: 1, offset: 16, countOffset: 8, flags: 0x412 },
      { name: 'is open', flags: 0x1004, exists: true },
    ],
  },
  {
    name: 'window',
    version: 2,
    minimum: 2,
    fields: [
      { name: 'parent_obj', struct: 'door', size: 64, flags: 8 },
      number('panes', 'uint8', 1, 64),
      number('height', 'uint32', 4, 68),
      { name: 'curtain', type: 'buffer', size: 1, offset: 72, sizeOffset: 68, flags: 0x102 },
    ],
  },
  {
    name: 'tap',
    version: 1,
    minimum: 1,
    fields: [
      { name: 'drips', type: 'timer', size: 8, offset: 8, flags: 3 },
      number('hot', 'uint8', 1, 16),
      number('cold', 'uint8', 1, 17),
    ],
  },
  {
    name: 'stove',
    version: 5,
    minimum: 3,
    fields: [
      { name: 'plates', struct: 'tap', size: 24, offset: 8, count: 4, flags: 12 },
      number('heat', 'uint16', 2, 104),
      number('gas', 'uint64', 8, 112, 4),
    ],
  },
];

/** A program that has the descriptions of {@link MADE_UP} in a layout, byte by byte. */
export function madeUpTables(layout: MadeUpLayout): Uint8Array {
  const { description: ofDescription, field: ofField, end, descriptionSize, functions, hasSizes } = layout;
  const types = [...new Set(MADE_UP.flatMap(({ fields }) => fields.flatMap(({ type }) => type ?? [])))];
  const texts = [
    ...new Set([
      ...types,
      ...MADE_UP.flatMap(({ name, fields }) => [name, ...fields.map((one) => one.name)]),
    ]),
  ];
  const places = new Map<string, number>();
  let size = 0;
  const room = (key: string, bytes: number): void => {
    places.set(key, size);
    size += Math.ceil(bytes / 8) * 8;
  };
  for (const text of texts) room(`text ${text}`, text.length + 1);
  for (const type of types) room(`type ${type}`, 40);
  for (const { name, fields, subsections = [] } of MADE_UP) {
    room(`fields ${name}`, (fields.length + 1) * ofField.stride);
    room(`subsections ${name}`, 8 * (subsections.length + 1));
  }
  for (const { name } of MADE_UP) room(`description ${name}`, descriptionSize);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  const pointers: (readonly [from: number, to: string])[] = [];
  const place = (key: string): number => places.get(key) ?? Number.NaN;
  const half = (at: number, value: number | undefined): void => view.setInt32(at, value ?? 0, true);
  const word = (at: number, value: number | undefined): void =>
    view.setBigInt64(at, BigInt(value ?? 0), true);
  for (const text of texts) bytes.set(Buffer.from(text), place(`text ${text}`));
  for (const type of types) {
    pointers.push([place(`type ${type}`), `text ${type}`]);
    for (const at of functions) pointers.push([place(`type ${type}`) + 8 * at, 'code']);
  }
  for (const { name, version, minimum, fields, subsections = [] } of MADE_UP) {
    const at = place(`description ${name}`);
    pointers.push([at, `text ${name}`], [at + ofDescription.fields, `fields ${name}`]);
    half(at + ofDescription.version, version);
    half(at + ofDescription.minimum, minimum);
    if (subsections.length > 0) pointers.push([at + ofDescription.subsections, `subsections ${name}`]);
    for (const [i, one] of subsections.entries())
      pointers.push([place(`subsections ${name}`) + 8 * i, `description ${one}`]);
    for (const [i, field] of fields.entries()) {
      const start = place(`fields ${name}`) + i * ofField.stride;
      pointers.push([start, `text ${field.name}`]);
      if (field.type !== undefined) pointers.push([start + ofField.info, `type ${field.type}`]);
      if (field.struct !== undefined)
        pointers.push([start + ofField.description, `description ${field.struct}`]);
      if (field.exists) pointers.push([start + ofField.exists, 'code']);
      word(start + ofField.offset, field.offset);
      word(start + ofField.size, field.size);
      for (const [member, value] of [
        [ofField.count, field.count],
        [ofField.flags, field.flags],
        [ofField.version, field.version],
        [ofField.structVersion ?? 0, field.structVersion],
        [ofField.countOffset, field.countOffset],
        [ofField.sizeOffset ?? 0, field.sizeOffset],
      ] as const)
        half(start + member, value);
      // 11.1 says behind the offset of a number how many bytes it has
      if (hasSizes && field.countOffset !== undefined) bytes[start + ofField.countOffset + 4] = 4;
      if (hasSizes && field.sizeOffset !== undefined) bytes[start + (ofField.sizeOffset ?? 0) + 4] = 4;
    }
    half(place(`fields ${name}`) + fields.length * ofField.stride + ofField.flags, end);
  }
  const CODE = 2 ** 32;
  return madeUpElf({
    content: () => bytes,
    pointers: (base) =>
      pointers.map(([from, to]): Pointer => [base + from, to === 'code' ? CODE + 16 : base + place(to)]),
    headers: [{ type: 1, offset: 0, address: CODE, size: 64, flags: 5 }],
    flags: 6,
  });
}
