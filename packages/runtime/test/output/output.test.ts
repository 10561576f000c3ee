import { EncodeError } from '@bytewright/runtime';
import type { Output } from '@bytewright/runtime/codec';
import { atPath, confirmDecisions, createOutput, decide } from '@bytewright/runtime/codec';
import { expect, test } from 'vitest';
import { thrown } from '../thrown.js';

test('an output has its size, zeros and one memory', () => {
  const output = createOutput(4);
  expect(output).toMatchObject({ offset: 0, end: 4, decisions: [], failing: -1 });
  expect(output.bytes).toEqual(new Uint8Array(4));
  output.view.setUint16(1, 0x0102);
  expect(output.bytes).toEqual(Uint8Array.of(0, 1, 2, 0));
});

test('decisions are kept in order', () => {
  const output = createOutput(2);
  const first = { offset: 0, end: 2, holds: () => true };
  const second = { offset: 1, end: 2, holds: () => true };
  decide(output, 'a', first);
  decide(output, 'b', second);
  expect(output.decisions).toEqual([first, second]);
});

test('where all decisions hold, nothing is written again', () => {
  const output = createOutput(2);
  const seen: [number, DataView][] = [];
  for (const offset of [0, 1]) {
    decide(output, `f${offset}`, {
      offset,
      end: 2,
      holds: (bytes, view) => {
        seen.push([bytes[offset] ?? -1, view]);
        return true;
      },
    });
  }
  output.bytes.set([0x41, 0x42]); // after the decisions: they are made on the finished bytes
  let rewrites = 0;
  confirmDecisions(output, () => {
    rewrites += 1;
  });
  expect(seen).toEqual([
    [0x41, output.view],
    [0x42, output.view],
  ]);
  expect(rewrites).toBe(0);
});

/**
 * A list of payloads without lengths: a payload ends where a 0 is, so one that contains a 0 would be read otherwise.
 * As generated code does it: fields decide, callers put the path together.
 */
function writePayloads(output: Output, payloads: readonly (readonly number[])[]): void {
  payloads.forEach((payload, index) => {
    try {
      writePayload(output, payload);
    } catch (error) {
      throw atPath(error, `sections[${index}]`);
    }
  });
}

function writePayload(output: Output, payload: readonly number[]): void {
  const start = output.offset;
  decide(output, 'payload', {
    offset: start,
    end: output.end,
    holds: (bytes) => bytes.indexOf(0, start) === start + payload.length,
  });
  output.bytes.set([...payload, 0], start);
  output.offset = start + payload.length + 1;
}

function encodePayloads(payloads: readonly (readonly number[])[]): Uint8Array {
  const output = createOutput(payloads.reduce((size, { length }) => size + length + 1, 0));
  writePayloads(output, payloads);
  confirmDecisions(output, (again) => writePayloads(again, payloads));
  return output.bytes;
}

test('bytes that read as the value are given', () => {
  expect(encodePayloads([[1, 2], [], [3]])).toEqual(Uint8Array.of(1, 2, 0, 0, 3, 0));
});

test.each([
  [[[1], [2, 0, 3], [4]], 'sections[1].payload', 2],
  [[[0], [0]], 'sections[0].payload', 0],
  [[[1], [2], [0]], 'sections[2].payload', 4],
])('%j is ambiguous at %s: the first that does not hold', (payloads, path, offset) => {
  const error = thrown(() => encodePayloads(payloads));
  expect(error).toBeInstanceOf(EncodeError);
  expect(error).toMatchObject({ code: 'ambiguous', path, offset });
});

test('the second run gets a fresh output of the same size, and stops at the decision', () => {
  const output = createOutput(3);
  output.bytes.fill(7);
  decide(output, 'a', { offset: 0, end: 2, holds: () => true });
  decide(output, 'b', { offset: 1, end: 3, holds: () => false });
  decide(output, 'c', { offset: 2, end: 3, holds: () => false });
  const reached: string[] = [];
  let given: Output | undefined;
  const error = thrown(() =>
    confirmDecisions(output, (again) => {
      given = again;
      for (const [offset, path] of ['a', 'b', 'c'].entries()) {
        reached.push(path);
        decide(again, path, { offset, end: 3, holds: () => true });
      }
    }),
  );
  expect(error).toMatchObject({ code: 'ambiguous', path: 'b', offset: 1 });
  expect(reached).toEqual(['a', 'b']);
  expect(given).not.toBe(output);
  expect(given?.failing).toBe(1);
  expect(given?.bytes).toEqual(new Uint8Array(3));
});

test('a second run that decides otherwise does not hide the fault', () => {
  const output = createOutput(1);
  decide(output, 'a', { offset: 0, end: 1, holds: () => false });
  expect(thrown(() => confirmDecisions(output, () => {}))).toMatchObject({
    code: 'ambiguous',
    path: '',
    offset: 0,
  });
});
