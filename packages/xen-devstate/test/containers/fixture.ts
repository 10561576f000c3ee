import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** An inflated fixture. */
export function fixture(file: string): Uint8Array {
  return new Uint8Array(gunzipSync(readFileSync(new URL(`../fixtures/${file}`, import.meta.url))));
}

/** Joins hexadecimal digits, ASCII text after a quote, and bytes. */
export function joined(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  const bytes = parts.map((part) => {
    if (typeof part !== 'string') return part;
    if (part.startsWith("'")) return Buffer.from(part.slice(1), 'latin1');
    return Buffer.from(part.replaceAll(/\s/g, ''), 'hex');
  });
  return new Uint8Array(Buffer.concat(bytes));
}
