import { hexLines } from './hex.js';
import type { JsonTree } from './json-value.js';
import { quoteJson } from './quote-json.js';

/** The maximum width of a line of numbers. */
const WIDTH = 100;

/**
 * Prints JSON text for people in pieces, so that it never has to be in memory as a whole: two spaces per level, numbers of an
 * array side by side, bytes as hexadecimal text.
 *
 * @example `[...printJson({ a: 1 })].join('')` is `{`, `  "a": 1` and `}` on three lines
 */
export function* printJson(tree: JsonTree, indent = ''): Generator<string> {
  const deeper = `${indent}  `;
  if (tree instanceof Uint8Array) {
    const text = hexLines(tree);
    if (typeof text === 'string') yield quoteJson(text);
    else yield* printBlock('[', text, ']', indent, (line) => [`${deeper}"${line}"`]);
  } else if (isArray(tree)) {
    if (tree.every((item) => typeof item === 'number')) yield* printNumbers(tree, indent);
    else yield* printBlock('[', tree, ']', indent, (item) => prefixed(deeper, printJson(item, deeper)));
  } else if (typeof tree === 'object' && tree !== null) {
    yield* printBlock('{', Object.entries(tree), '}', indent, ([name, value]) =>
      prefixed(`${deeper}${quoteJson(name)}: `, printJson(value, deeper)),
    );
  } else {
    yield typeof tree === 'string' ? quoteJson(tree) : String(tree);
  }
}

function* printBlock<T>(
  open: string,
  items: Iterable<T>,
  close: string,
  indent: string,
  print: (item: T) => Iterable<string>,
): Generator<string> {
  let separator = `${open}\n`;
  for (const item of items) {
    yield separator;
    yield* print(item);
    separator = ',\n';
  }
  yield separator === ',\n' ? `\n${indent}${close}` : `${open}${close}`;
}

function* printNumbers(numbers: readonly number[], indent: string): Generator<string> {
  const deeper = `${indent}  `;
  const onOne = `[${numbers.join(', ')}]`;
  if (indent.length + onOne.length <= WIDTH) {
    yield onOne;
    return;
  }
  let line = deeper;
  yield '[\n';
  for (const [index, number] of numbers.entries()) {
    const item = index === numbers.length - 1 ? String(number) : `${number},`;
    if (line.length + item.length > WIDTH) {
      yield `${line.trimEnd()}\n`;
      line = deeper;
    }
    line += `${item} `;
  }
  yield `${line.trimEnd()}\n${indent}]`;
}

function* prefixed(prefix: string, rest: Iterable<string>): Generator<string> {
  yield prefix;
  yield* rest;
}

/** `Array.isArray` would turn a readonly array into `any[]`. */
function isArray(tree: JsonTree): tree is readonly JsonTree[] {
  return Array.isArray(tree);
}
