import { BY_HAND, BY_HAND_CHECKED, contender, GENERATED } from '../contender.js';
import { fromOurIR } from '../peers/from-our-ir.js';
import type { Subject } from '../subject.js';
import { decodeByHand } from './by-hand/decode.js';
import { encodeByHand } from './by-hand/encode.js';
import { encodeByHandChecked } from './by-hand/encode-checked.js';
import type { Table } from './generated/records.js';
import { decodeTable, encodeTable, sizeOfTable } from './generated/records.js';
import { recordPeers } from './peers/peers-of.js';
import { Table as Schema } from './schema/records.js';
import { tableOf } from './values.js';

/** Of a subject. */
interface Size {
  /** Whether nothing larger than the sample is needed. */
  readonly isSmoke: boolean;
  /** Whether only the fastest peers take part. */
  readonly isMany: boolean;
}

/** Records on which contenders are compared and warm up. */
const SAMPLE = 300;

/** Peers that take part where records are very many: of the others, values alone would fill the memory. */
const OF_MANY = /^(?:binary-parser|protobuf-es|protobufjs)$/;

/** All who decode so many records. */
export async function subjectOf(count: number, { isSmoke, isMany }: Size): Promise<Subject> {
  const peers = [fromOurIR(Schema), ...(await recordPeers())];
  return {
    name: `${count.toLocaleString('en')} records`,
    bytes: encodeByHand(tableOf(isSmoke ? SAMPLE : count)).slice(),
    sample: encodeByHand(tableOf(SAMPLE)).slice(),
    contenders: [
      contender<Table>(
        BY_HAND,
        { decode: decodeByHand, encode: encodeByHand },
        'encode checks that integers fit, and that is all',
      ),
      contender<Table>(
        BY_HAND_CHECKED,
        { decode: decodeByHand, encode: encodeByHandChecked },
        'encode also checks types, texts, lists and the number of keys; decode is the same as by hand',
      ),
      contender<Table>(GENERATED, {
        decode: (bytes) => decodeTable(bytes),
        encode: (value) => encodeTable(value),
        sizeOf: (value) => sizeOfTable(value),
      }),
      ...peers.filter(({ name }) => !isMany || OF_MANY.test(name)),
    ],
  };
}
