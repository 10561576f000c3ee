import { deepStrictEqual, ok } from 'node:assert/strict';
import type { Contender } from './contenders/contender.js';
import type { MeasuredFile } from './files.js';

/**
 * Sees that all contenders decode a file to equal values, and encode these to its bytes: what is wrong can be fast.
 *
 * @throws AssertionError where one of them does not.
 */
export function checkAgreement({ name, bytes }: MeasuredFile, contenders: readonly Contender[]): void {
  const [first, ...others] = contenders;
  ok(first?.decode !== undefined);
  const expected = first.normalise(first.decode(bytes));
  for (const other of others) {
    if (other.decode === undefined) continue;
    deepStrictEqual(
      other.normalise(other.decode(bytes)),
      expected,
      `${other.name} decodes ${name} differently`,
    );
  }
  for (const { name: who, encode } of contenders) {
    // a Buffer's comparison says where; an output may lie in a larger buffer
    if (encode !== undefined)
      ok(Buffer.from(bytes).equals(encode(expected)), `${who} encodes ${name} differently`);
  }
}
