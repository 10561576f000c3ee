import type * as Runtime from '@bytewright/runtime/codec';

/**
 * What a generated codec does, by hand: a header of a u8, a text behind its length, a list of 16-bit numbers, then
 * bytes to the end. Written to bytes and read from them. Takes the runtime as an argument, so that a copy of it in
 * another world can be tried; itself it uses nothing but the language.
 *
 * @returns the bytes in hex, what was read, and the messages of three errors
 */
export function roundTrip(runtime: typeof Runtime): readonly string[] {
  const { createOutput, writeText, writeUint16Array, writeBytes, textSize, confirmDecisions, decide } =
    runtime;
  const name = 'Größe 1 €, and more than a dozen characters';
  const numbers = Uint16Array.of(1, 0xabcd);
  const rest = Uint8Array.of(0xde, 0xad);

  const nameSize = textSize(name, 'utf-8', 'name');
  const output = createOutput(1 + 1 + nameSize + numbers.byteLength + rest.length);
  output.view.setUint8(0, runtime.checkInteger(0x7e, 0, 255, 0, 'mark', 'u8'));
  output.view.setUint8(1, nameSize);
  let offset = writeText(output, name, 'utf-8', 2, 'name');
  offset = writeUint16Array(output, numbers, false, offset, 'numbers');
  decide(output, 'mark', { offset: 0, end: 8, holds: (bytes) => bytes[0] === 0x7e });
  writeBytes(output, rest, offset, 'rest');
  confirmDecisions(output, () => {});

  const input = runtime.openInput(output.bytes);
  const length = input.view.getUint8(1);
  const readName = runtime.decodeText(input.bytes, 2, 2 + length, 'utf-8', 'name');
  const readNumbers = runtime.readUint16Array(input.bytes, 2 + length, 2, false);
  const readRest = runtime.takeBytes(input, 2 + length + 4, input.end);
  input.offset = input.end;
  runtime.closeInput(input);

  return [
    hex(output.bytes),
    readName,
    readNumbers.join(' '),
    hex(readRest),
    message(() => runtime.checkInteger(300, 0, 255, 0, 'mark', 'u8')),
    message(() => runtime.decodeText(Uint8Array.of(0x61, 0xff), 0, 2, 'utf-8', 'name')),
    message(() => {
      throw runtime.atPath(runtime.unexpectedEnd(2, 'mark', 'u8 (1 byte)', 0), 'sections[3]');
    }),
  ];
}

/** The outcome that {@link roundTrip} must have everywhere. */
export const ROUND_TRIP: readonly string[] = [
  `7e 2f ${[
    ...['47 72 c3 b6 c3 9f 65 20 31 20 e2 82 ac 2c 20 61 6e 64 20 6d 6f 72 65 20 74 68 61 6e'],
    ...['20 61 20 64 6f 7a 65 6e 20 63 68 61 72 61 63 74 65 72 73', '00 01 ab cd', 'de ad'],
  ].join(' ')}`,
  'Größe 1 €, and more than a dozen characters',
  '1 43981',
  'de ad',
  'mark at byte 0 (0x0): expected u8, 0 to 0xff (255), found 0x12c (300) (out-of-range)',
  'name at byte 1 (0x1): expected utf-8 text, found byte 0xff (255) (invalid-text)',
  'sections[3].mark at byte 2 (0x2): expected u8 (1 byte), found the end (unexpected-end)',
];

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

function message(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return String((error as { message?: unknown }).message);
  }
  return 'nothing was thrown';
}
