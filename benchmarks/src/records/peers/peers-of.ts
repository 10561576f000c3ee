import type { Contender } from '../../contender.js';
import { contender } from '../../contender.js';
import { binaryParserRecords } from './binary-parser.js';
import { kaitaiRecords } from './kaitai.js';
import { MICRO_PACKED_RECORDS } from './micro-packed.js';
import { protobufEsRecords } from './protobuf-es.js';
import { protobufjsRecords } from './protobufjs.js';
import { protodefRecords } from './protodef.js';
import { RESTRUCTURE_RECORDS } from './restructure.js';
import { TYPED_BINARY_RECORDS } from './typed-binary.js';

/** Libraries whose users would read and write such records with them. */
export async function recordPeers(): Promise<readonly Contender[]> {
  return [
    contender('binary-parser', binaryParserRecords(), 'decodes only; booleans and kinds are not checked'),
    contender(
      'kaitai-struct',
      await kaitaiRecords(),
      'decodes only; numbers of 64 bits are inexact; booleans and kinds stay numbers',
    ),
    contender(
      'typed-binary',
      TYPED_BINARY_RECORDS,
      'texts, lists, kinds and numbers of 64 bits by schemas of ours',
    ),
    contender('micro-packed', MICRO_PACKED_RECORDS, 'checks all values'),
    contender('restructure', RESTRUCTURE_RECORDS, 'numbers of 64 bits stay bytes'),
    contender('protodef', protodefRecords(), 'numbers of 64 bits are pairs of halves'),
    contender('protobuf-es', protobufEsRecords(), 'another wire format; kinds stay numbers; checks ranges'),
    contender(
      'protobufjs',
      protobufjsRecords(),
      'another wire format; kinds stay numbers; checks nothing on encode',
    ),
  ];
}
