import { DecodeStream } from 'restructure';
import type { Codec, Contender } from '../../contender.js';
import { contender } from '../../contender.js';
import { camelCase } from '../../peers/kaitai.js';
import { protodefCodec } from '../../peers/protodef.js';
import { typedBinaryCodec } from '../../peers/typed-binary.js';
import { decodeByHand } from '../by-hand/device-state.js';
import type { MeasuredFile } from '../files.js';
import { naturalParser } from './binary-parser.js';
import type { NameOf } from './check-leaves.js';
import { checkLeaves } from './check-leaves.js';
import { kaitaiOf } from './kaitai.js';
import { layoutOfFile } from './layout.js';
import { microPackedOf } from './micro-packed.js';
import { protodefTypeOf } from './protodef.js';
import { restructureOf } from './restructure.js';
import { typedBinaryOf } from './typed-binary.js';

/** What becomes of which section, by its index. */
export interface Edit {
  readonly section: number;
  readonly instanceId: number;
}

type Members = Record<string, unknown>;

/**
 * Libraries whose schema of a file is made from QEMU's description of it. None of them checks names, versions, booleans or
 * footers, and nothing is looked for: the description tells all sizes of this very file.
 */
export async function peersOf({ name, bytes }: MeasuredFile, edit: Edit): Promise<readonly Contender[]> {
  const layout = layoutOfFile(name, decodeByHand(bytes).footers);
  const peer = (
    who: string,
    codec: Codec<Members>,
    note: string,
    nameOf: NameOf = (field) => field,
  ): Contender =>
    contender<Members>(
      who,
      {
        ...codec,
        ...(codec.encode === undefined ? {} : { edit: (value) => editMembers(value, edit) }),
        // leaf by leaf: names are others than ours
        normalise(value) {
          checkLeaves(value, layout, bytes, nameOf);
          return decodeByHand(bytes);
        },
      },
      note,
    );
  const decodeNaturally = naturalParser(layout);
  const kaitai = await kaitaiOf(layout);
  const packed = microPackedOf(layout);
  const struct = restructureOf(layout);
  return [
    peer(
      'binary-parser',
      { decode: (input) => decodeNaturally(input) as Members },
      'decodes only; bytes are views',
    ),
    peer(
      'kaitai-struct',
      { decode: (input) => kaitai(input) as Members },
      'decodes only; bytes are views; numbers of 64 bits are inexact',
      camelCase,
    ),
    peer(
      'typed-binary',
      typedBinaryCodec(typedBinaryOf(layout), 'big'),
      'numbers of 64 bits by a schema of ours',
    ),
    peer(
      'micro-packed',
      { decode: (input) => packed.decode(input) as Members, encode: (value) => packed.encode(value) },
      'checks ranges; bytes are views',
    ),
    peer(
      'restructure',
      {
        decode: (input) => struct.decode(new DecodeStream(input)),
        encode: (value) => struct.toBuffer(value),
      },
      'bytes are views; numbers of 64 bits are bytes',
    ),
    peer(
      'protodef',
      protodefCodec(protodefTypeOf(layout)),
      'bytes are views; numbers of 64 bits are pairs of halves',
    ),
  ];
}

function editMembers(value: Members, { section, instanceId }: Edit): void {
  const edited = value[`section${section}`] as Members; // a struct, by the layout
  edited.instance_id = instanceId;
}
