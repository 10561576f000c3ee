import type { KaitaiParser } from '../../peers/kaitai.js';
import { kaitaiParser } from '../../peers/kaitai.js';
import type { Layout, NumberType, StructLayout } from './layout.js';

const NUMBERS: Readonly<Record<NumberType, string>> = {
  u8: 'u1',
  i8: 's1',
  u16: 'u2',
  i16: 's2',
  u32: 'u4',
  i32: 's4',
  i32le: 's4le',
  u64: 'u8',
  i64: 's8',
};

type Attribute = Readonly<Record<string, unknown>>;

/** A parser of kaitai-struct for a layout. */
export async function kaitaiOf(layout: StructLayout): Promise<KaitaiParser> {
  const types: Record<string, { readonly seq: readonly Attribute[] }> = {};
  const sequence = ({ fields }: StructLayout): readonly Attribute[] =>
    fields.map(({ name, type }) => attribute(name, type));
  const attribute = (name: string, type: Layout): Attribute => {
    switch (type.kind) {
      case 'number':
        return { id: name, type: NUMBERS[type.type] };
      case 'bytes':
        return { id: name, size: type.size };
      case 'array':
        return { ...attribute(name, type.element), repeat: 'expr', 'repeat-expr': type.count };
      case 'struct': {
        const seq = sequence(type);
        const typeName = `type_${Object.keys(types).length}`;
        types[typeName] = { seq };
        return { id: name, type: typeName };
      }
    }
  };
  const seq = sequence(layout);
  return kaitaiParser({ meta: { id: 'device_state', endian: 'be' }, seq, types }, 'DeviceState');
}
