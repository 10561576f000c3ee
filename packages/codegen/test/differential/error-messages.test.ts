import type { DecodeErrorDetails, EncodeErrorDetails } from '@bytewright/runtime';
import { DecodeError, EncodeError } from '@bytewright/runtime';
import { describe, expect, test } from 'vitest';
import { Codecs } from './codecs.js';
import { checkMessages } from './error-messages/checks.js';
import type { MessageExample } from './error-messages/example.js';
import { generatedText } from './generate-code.js';
import { loadModule } from './load-module.js';

const groups: Readonly<Record<string, readonly MessageExample[]>> = { checks: checkMessages };

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
