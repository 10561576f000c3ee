import type { Seed, Span } from '../seed.js';

/** Longer objects and arrays are not copied elsewhere. */
const LONGEST_PART = 4096;

/** Makes a seed of a JSON text: its words are the tokens, its parts the objects and arrays. */
export function jsonSeed(name: string, bytes: Uint8Array): Seed {
  const text = Buffer.from(bytes).toString('latin1');
  const words: Span[] = [];
  const parts: Span[] = [];
  const open: number[] = [];
  for (const { 0: word, index } of text.matchAll(
    /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\]]/g,
  )) {
    if (word === '{' || word === '[') open.push(index);
    else if (word === '}' || word === ']') {
      const at = open.pop() ?? index;
      if (index - at < LONGEST_PART) parts.push({ at, length: index + 1 - at });
    } else words.push({ at: index, length: word.length });
  }
  return { name, bytes, parts, words, isText: true };
}
