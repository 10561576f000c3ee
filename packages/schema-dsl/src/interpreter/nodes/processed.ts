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
import type { LookAheadDecision } from '../encode-context.js';
import { EncodeContext } from '../encode-context.js';
import { evaluate } from '../evaluate.js';
import { FAIL } from '../failure.js';
import type { Scope } from '../scope.js';
import { handlerOf } from './index.js';
import type { NodeHandler } from './node-handler.js';
import { failTrailing } from './sized.js';

export const processed: NodeHandler<ProcessedNode> = {
  decode(node, context, scope) {
    const { offset, end } = context;
    const made = processBy(node.processor, 'decode', spanOf(context.bytes, offset, end), scope);
    if (!(made instanceof Uint8Array)) {
      context.noteReach(end);
      return context.fail(
        'invalid-value',
        offset,
        () => made.expected,
        () => made.found,
      );
    }
    const place = context.moveInside(made);
    const content = handlerOf(node.node).decode(node.node, context, scope);
    const isWhole = content === FAIL || context.offset === made.length;
    const outcome = isWhole ? content : failTrailing(made.length, context);
    context.resume(place);
    if (outcome === FAIL)
      context.noteReach(end); // all of it was transformed before anything was decoded
    else context.offset = end;
    return outcome;
  },
  size: (node, value, context, scope) => handlerOf(node.node).size(node.node, value, context, scope),
  encode(node, value, context, scope) {
    const { offset, end, structs } = context;
    const region = new EncodeContext(new Uint8Array(end - offset), structs, false, context);
    region.emptyElements = context.emptyElements;
    region.path.push(...context.path);
    try {
      handlerOf(node.node).encode(node.node, value, region, scope);
    } catch (error) {
      throw atOffset(error, offset);
    }
    context.emptyElements = region.emptyElements;
    // together with all others, in decoding order, as a decoder charges them to the same budgets
    for (const decision of region.decisions) context.decisions.push(inRegion(decision, region.bytes, offset));
    const made = processBy(node.processor, 'encode', region.bytes, scope);
    if (!(made instanceof Uint8Array)) throw context.error(made.code, made.expected, made.found);
    context.bytes.set(made, context.take(made.length));
  },
};

/** A decision inside a region, which is made on the untransformed bytes, as a decision of the enclosing bytes. */
function inRegion(
  { offset, end, path, holds }: LookAheadDecision,
  bytes: Uint8Array,
  start: number,
): LookAheadDecision {
  return {
    offset: start + offset,
    end: start + end,
    path,
    holds(context) {
      const place = context.moveInside(bytes);
      context.offset = offset;
      context.end = end;
      const isSame = holds(context);
      context.resume(place);
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
      if (!('op' in key)) return xorBytes(bytes, constantValue(key) as Uint8Array); // constant keys are bytes
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
