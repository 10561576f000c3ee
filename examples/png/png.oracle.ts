import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runOracle } from '../../scripts/lib/oracle.mjs';
import type { Png } from './generated/png.js';
import { decodePng, encodePng } from './generated/png.js';

const ramp = new Uint8Array(readFileSync(new URL('fixtures/ramp.png', import.meta.url)));

/** The file with a different title, different colours, and a chunk of our own. */
function edited(): Uint8Array {
  const { chunks } = decodePng(ramp);
  return encodePng({
    chunks: chunks.flatMap((chunk): Png['chunks'] => {
      if (chunk.type === 'tEXt' && chunk.data.keyword === 'Title')
        return [{ ...chunk, data: { ...chunk.data, text: 'A longer title than before' } }];
      if (chunk.type === 'PLTE')
        return [
          { ...chunk, data: chunk.data.map(({ red, green, blue }) => ({ red: blue, green, blue: red })) },
          { type: undefined, name: 'byWr', data: Uint8Array.of(1, 2, 3) },
        ];
      return [chunk];
    }),
  });
}

test('pngcheck accepts an edited file, and reads the new title', () => {
  const verdict = runOracle('pngcheck', ['-v', '-t', 'FILE'], edited(), 'edited.png');
  expect(verdict).toMatchObject({ code: 0 });
  expect(verdict.output).toContain('A longer title than before');
  expect(verdict.output).toContain('No errors detected');
});

test('libpng reads all of it', () => {
  expect(runOracle('pngfix', ['FILE'], edited(), 'edited.png').code).toBe(0);
});

test('pngcheck rejects a wrong checksum, so it does check', () => {
  const wrong = edited();
  wrong[29] = (wrong[29] ?? 0) ^ 1; // in the checksum of IHDR
  expect(runOracle('pngcheck', ['FILE'], wrong, 'wrong.png').output).toContain('CRC error');
});
