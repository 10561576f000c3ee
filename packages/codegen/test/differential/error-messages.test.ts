import type {
  DecodeErrorCode,
  DecodeErrorDetails,
  EncodeErrorCode,
  EncodeErrorDetails,
} from '@bytewright/runtime';
import { DecodeError, EncodeError } from '@bytewright/runtime';
import { describe, expect, test } from 'vitest';
import { Codecs } from './codecs.js';
import { checkMessages } from './error-messages/checks.js';
import { codeMessages } from './error-messages/every-code.js';
import type { MessageExample } from './error-messages/example.js';
import { generatedText } from './generate-code.js';
import { loadModule } from './load-module.js';

const groups: Readonly<Record<string, readonly MessageExample[]>> = {
  checks: checkMessages,
  'every code': codeMessages,
};

const all = Object.values(groups).flat();
const module = loadModule(generatedText([...new Set(all.map(({ schema }) => schema))]));

/** The message that both readings give. */
function messageOf({ schema, hex, value, options }: MessageExample): string {
  const codecs = new Codecs(schema, module);
  const outcome =
    hex === undefined
      ? codecs.encode(value, options)
      : codecs.decode(Uint8Array.from(Buffer.from(hex.replace(/ /g, ''), 'hex')), options);
  if (!('error' in outcome)) return JSON.stringify(outcome);
  return hex === undefined
    ? new EncodeError(outcome.error as EncodeErrorDetails).message
    : new DecodeError(outcome.error as DecodeErrorDetails).message;
}

describe.each(Object.entries(groups))('what errors say: %s', (_, examples) => {
  test.each(examples)('$message', (example) => {
    expect(messageOf(example)).toBe(example.message);
  });
});

/** Every code, so that a new one is a compile error here until it has an example. */
const DECODE: Readonly<Record<DecodeErrorCode, true>> = {
  'unexpected-end': true,
  'trailing-bytes': true,
  'wrong-constant': true,
  'invalid-text': true,
  'invalid-value': true,
  'check-failed': true,
  mismatch: true,
  'unknown-tag': true,
  'no-arm': true,
  'no-boundary': true,
  overlap: true,
  'unclaimed-bytes': true,
  'limit-exceeded': true,
};
const ENCODE: Readonly<Record<Exclude<EncodeErrorCode, 'limit-exceeded'>, true>> = {
  'wrong-type': true,
  'out-of-range': true,
  'invalid-value': true,
  'invalid-text': true,
  'wrong-length': true,
  'check-failed': true,
  mismatch: true,
  'unknown-key': true,
  'unknown-tag': true,
  overlap: true,
  'unclaimed-bytes': true,
  ambiguous: true,
};

test('every code has an example', () => {
  const codesOf = (examples: readonly MessageExample[]): ReadonlySet<string> =>
    new Set(examples.map(({ message }) => /\(([a-z-]+)\)$/.exec(message)?.[1] ?? ''));
  const decoded = codesOf(all.filter(({ hex }) => hex !== undefined));
  const encoded = codesOf(all.filter(({ hex }) => hex === undefined));
  expect(Object.keys(DECODE).filter((code) => !decoded.has(code))).toEqual([]);
  expect(Object.keys(ENCODE).filter((code) => !encoded.has(code))).toEqual([]);
});

test('a message is one short line, whatever the path and the values are', () => {
  const details = {
    path: 'next.'.repeat(500),
    expected: 'e'.repeat(5000),
    found: '\u001b[31m\n'.repeat(500),
  };
  for (const error of [
    new DecodeError({ code: 'mismatch', offset: 2 ** 40, ...details }),
    new EncodeError({ code: 'mismatch', offset: undefined, ...details }),
  ]) {
    expect(error.message).toMatch(/^next\.next\.[\x20-\x7e…]+ \(mismatch\)$/);
    expect(error.message.length).toBeLessThan(520);
    expect(error).toMatchObject(details);
  }
});
