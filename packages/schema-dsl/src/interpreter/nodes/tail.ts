import { byteCount, claim, takeScan } from '@bytewright/runtime/codec';
import { fixedSize } from '../../ir/analysis/fixed-size.js';
import { leadingBytes } from '../../ir/analysis/leading-bytes.js';
import { sizeBounds } from '../../ir/analysis/size-bounds.js';
import { describeNode } from '../../ir/describe-node.js';
import type { TailNode } from '../../ir/node.js';
import type { Decoding } from '../decoding.js';
import type { Outcome } from '../failure.js';
import { FAIL } from '../failure.js';
import { originOf, regionOf } from '../region.js';
import type { Scope } from '../scope.js';
import { readingOf } from './index.js';
import type { Reading } from './reading.js';

export const tail: Reading<TailNode> = {
  decode(node, decoding, scope) {
    const { claims, depth } = regionOf(scope);
    const start = locate(node, claims.start, decoding, scope);
    if (start === FAIL) return FAIL;
    decoding.moveTo(start);
    const outcome = readingOf(node.node).decode(node.node, decoding, scope);
    if (outcome === FAIL) return FAIL;
    decoding.placed = start;
    const field = String(decoding.path[depth]);
    const claimed = decoding.attempt(() => claim(claims, start, decoding.offset, field), depth);
    return claimed === FAIL ? FAIL : outcome;
  },
  size: (node, value, encoding, scope) => readingOf(node.node).size(node.node, value, encoding, scope),
  encode(node, value, encoding, scope) {
    const origin = originOf(scope);
    const fixed = fixedSize(node.node, encoding.structs);
    const start = encoding.end - (fixed ?? readingOf(node.node).size(node.node, value, encoding, scope));
    encoding.offset = start;
    if (fixed === undefined)
      encoding.decide(start, (decoding) => findTail(node, origin, decoding, scope) === start);
    readingOf(node.node).encode(node.node, value, encoding, scope);
    encoding.placed = start;
  },
};

/** Where the tail begins. One that always has the same size needs no search. */
function locate(node: TailNode, from: number, decoding: Decoding, scope: Scope): Outcome<number> {
  const { end } = decoding;
  const fixed = fixedSize(node.node, decoding.structs);
  const found = fixed !== undefined ? end - fixed : findTail(node, from, decoding, scope);
  if (found === FAIL) return FAIL;
  if (found >= from) return found;
  return decoding.fail(
    'no-boundary',
    from,
    () => `${describeNode(node.node)} that ends where the region ends`,
    () => `none in ${byteCount(end - from)}`,
  );
}

/** The last place from which the node parses exactly to the end of the region, or -1; each attempt is paid for. */
function findTail({ node }: TailNode, from: number, decoding: Decoding, scope: Scope): Outcome<number> {
  const { end, bytes } = decoding;
  const { min, max } = sizeBounds(node, decoding.structs);
  const lead = leadingBytes(node, decoding.structs);
  for (let place = end - min; place >= Math.max(from, end - max); place--) {
    if (!lead.every((byte, i) => bytes[place + i] === byte)) continue;
    if (!decoding.isAhead) {
      const paid = decoding.attempt(() => takeScan(decoding, place, end, ''));
      if (paid === FAIL) return FAIL;
    }
    const parsed = decoding.ahead(
      place,
      () => readingOf(node).decode(node, decoding, scope) !== FAIL && decoding.offset === end,
    );
    if (parsed) return place;
  }
  return -1;
}
