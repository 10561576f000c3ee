import {
  atOffset,
  byteCount,
  describe,
  keyBytes,
  processBytes,
  reverseGroups,
  rotateBytes,
  spanOf,
  xorBytes,
} from '@bytewright/runtime/codec';
import { algorithmName } from '../../ir/checksum.js';
import { constantValue } from '../../ir/expression.js';
import type { ExternalIR } from '../../ir/external.js';
import type { ProcessedNode } from '../../ir/node.js';
import type { ProcessorIR } from '../../ir/processor.js';
import { externalFunction } from '../../language/external.js';
import type { LookAheadDecision } from '../encoding.js';
import { Encoding } from '../encoding.js';
import { evaluate } from '../evaluate.js';
import { FAIL } from '../failure.js';
import type { Scope } from '../scope.js';
import { readingOf } from './index.js';
import type { Reading } from './reading.js';
import { failTrailing } from './sized.js';

export const processed: Reading<ProcessedNode> = {
  decode(node, decoding, scope) {
    const { offset, end } = decoding;
    const made = processBy(node.processor, 'decode', spanOf(decoding.bytes, offset, end), scope);
    if (!(made instanceof Uint8Array)) {
      decoding.noteReach(end);
      return decoding.fail(
        'invalid-value',
        offset,
        () => made.expected,
        () => made.found,
      );
    }
    const place = decoding.moveInside(made);
    const content = readingOf(node.node).decode(node.node, decoding, scope);
    const isWhole = content === FAIL || decoding.offset === made.length;
    const outcome = isWhole ? content : failTrailing(made.length, decoding);
    decoding.resume(place);
    if (outcome === FAIL)
      decoding.noteReach(end); // all of it has been changed before anything was read
    else decoding.offset = end;
    return outcome;
  },
  size: (node, value, encoding, scope) => readingOf(node.node).size(node.node, value, encoding, scope),
  encode(node, value, encoding, scope) {
    const { offset, end, structs } = encoding;
    const region = new Encoding(new Uint8Array(end - offset), structs, false, encoding);
    region.emptyElements = encoding.emptyElements;
    region.path.push(...encoding.path);
    try {
      readingOf(node.node).encode(node.node, value, region, scope);
    } catch (error) {
      throw atOffset(error, offset);
    }
    encoding.emptyElements = region.emptyElements;
    // with all others, in the order of decoding, which pays for them out of the same budgets
    for (const decision of region.decisions)
      encoding.decisions.push(inRegion(decision, region.bytes, offset));
    const made = processBy(node.processor, 'encode', region.bytes, scope);
    if (!(made instanceof Uint8Array)) throw encoding.error(made.code, made.expected, made.found);
    encoding.bytes.set(made, encoding.take(made.length));
  },
};

/** A decision of a region's, which is made on the bytes before they are changed, as one of what the region lies in. */
function inRegion(
  { offset, end, path, holds }: LookAheadDecision,
  bytes: Uint8Array,
  start: number,
): LookAheadDecision {
  return {
    offset: start + offset,
    end: start + end,
    path,
    holds(decoding) {
      const place = decoding.moveInside(bytes);
      decoding.offset = offset;
      decoding.end = end;
      const isSame = holds(decoding);
      decoding.resume(place);
      return isSame;
    },
  };
}

interface Refusal {
  readonly code: 'out-of-range' | 'wrong-length' | 'wrong-type';
  readonly expected: string;
  readonly found: string;
}

function processBy(
  processor: ProcessorIR,
  direction: 'decode' | 'encode',
  bytes: Uint8Array,
  scope: Scope,
): Uint8Array | Refusal {
  switch (processor.kind) {
    case 'xor': {
      const { key, size } = processor;
      if (!('op' in key)) return xorBytes(bytes, constantValue(key) as Uint8Array); // hexadecimal digits are bytes
      const value = evaluate(key, scope);
      const made = keyBytes(value, size);
      if (made !== undefined) return xorBytes(bytes, made);
      return { code: 'out-of-range', expected: `a key of ${byteCount(size)}`, found: describe(value) };
    }
    case 'rotateLeft':
      return rotateBytes(bytes, direction === 'decode' ? processor.bits : 8 - processor.bits);
    case 'swapBytes': {
      const { size } = processor;
      if (bytes.length % size === 0) return reverseGroups(bytes, size);
      return {
        code: 'wrong-length',
        expected: `a multiple of ${size} bytes`,
        found: byteCount(bytes.length),
      };
    }
    case 'bijection':
      return byFunction(processor[direction], bytes);
  }
}

function byFunction(name: ExternalIR, bytes: Uint8Array): Uint8Array | Refusal {
  const made = processBytes(externalFunction(name), bytes);
  if (typeof made !== 'string') return made;
  return { code: 'wrong-type', expected: `as many bytes from ${algorithmName(name)}`, found: made };
}
