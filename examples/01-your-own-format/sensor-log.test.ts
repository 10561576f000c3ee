import { laws } from '@bytewright/schema-dsl/testing';
import { expect, test } from 'vitest';
import {
  decodeSensorLog as decode,
  encodeSensorLog as encode,
  sizeOfSensorLog as sizeOf,
} from './generated/sensor-log.js';
import { SensorLog } from './sensor-log.js';

laws(SensorLog, { decode, encode, sizeOf });

test('a log with one note', () => {
  const bytes = encode({ station: 'Ulm', entries: [{ body: { type: 'note', value: 'frost' } }] });
  //                                  S L O G   3 U l m    1 entry  kind  5 bytes f r o s t
  expect(Buffer.from(bytes).toString('hex')).toBe('534c4f4703556c6d0001010005' + '66726f7374');
  expect(decode(bytes).entries[0]?.body).toEqual({ type: 'note', value: 'frost' });
  const message = 'entries[0].body at byte 13 (0xd): expected 5 bytes, found 2 bytes (unexpected-end)';
  expect(() => decode(bytes.subarray(0, 15))).toThrow(message);
});
