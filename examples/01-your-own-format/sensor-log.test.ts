import { expect, test } from 'vitest';
import { decodeSensorLog, encodeSensorLog } from './generated/sensor-log.js';

test('decodes a log with one note, and rejects it when it is cut short', () => {
  const bytes = encodeSensorLog({
    station: 'Ulm',
    entries: [{ body: { type: 'note', value: 'frost' } }],
  });
  //             S L O G     3   U l m   1 entry  kind 1  5 bytes  f r o s t
  const wire = ['534c4f47', '03', '556c6d', '0001', '01', '0005', '66726f7374'].join('');
  expect(Buffer.from(bytes).toString('hex')).toBe(wire);
  expect(decodeSensorLog(bytes).entries[0]?.body).toEqual({ type: 'note', value: 'frost' });
  const message = 'entries[0].body at byte 13 (0xd): expected 5 bytes, found 2 bytes (unexpected-end)';
  expect(() => decodeSensorLog(bytes.subarray(0, 15))).toThrow(message);
});
