import type { ExtentIR } from '../../ir/extent.js';
import type { Place } from '../comparison.js';
import { describeExtent } from '../describe-extent.js';
import { compareExpressions, isSameExpression } from '../expressions.js';
import { compareNodes } from './index.js';

/** Compares the extents of bytes, strings, lists and regions. The reserve of an end follows from later fields and is ignored. */
export function compareExtents(before: ExtentIR, after: ExtentIR, place: Place): void {
  if (before.kind === 'prefix' && after.kind === 'prefix')
    compareNodes(before.prefix, after.prefix, place.at('(length)'));
  else if (before.kind === 'sentinel' && after.kind === 'sentinel')
    compareNodes(before.sentinel, after.sentinel, place.at('(sentinel)'));
  else if (before.kind === 'while' && after.kind === 'while') {
    compareNodes(before.ahead, after.ahead, place.at('(ahead)'));
    compareExpressions('extent', before.holds, after.holds, place);
  } else if (!(before.kind === 'end' && after.kind === 'end') && !isSameExpression(before, after, place.pair))
    place.tell('extent', describeExtent(before), describeExtent(after));
}
