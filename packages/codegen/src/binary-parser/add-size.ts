import { findTerminator, isSize, trimFill } from '@bytewright/runtime/codec';
import type {
  ByteExtentIR,
  ExpressionExtent,
  FixedExtent,
  PaddedExtent,
  PrefixExtent,
  TerminatedExtent,
} from '@bytewright/schema-dsl/ir';
import { hexBytes, terminatorLabel } from '@bytewright/schema-dsl/ir';
import { capabilities } from './capabilities.js';
import { evaluateAt } from './expressions/evaluate-at.js';
import { addNode } from './nodes/index.js';
import type { Slots } from './parse-state.js';
import { RejectedInputError } from './rejected-input-error.js';
import type { Site } from './site.js';
import { addRest, addStep } from './site.js';
import { UnsupportedConstructError } from './unsupported-construct-error.js';

/**
 * Keeps the number of bytes that an extent spans in a helper, and gives that one's name. The bytes are then
 * known to be there: `buffer` and `wrapped` take what is left of a region that ends early, and move the
 * offset past it.
 */
export function addByteSize(extent: PlainExtent, site: Site): string {
  if (extent.kind === 'until')
    throw new UnsupportedConstructError(site.path, 'until', capabilities.byteExtents.until.reason);
  const amount = extent.kind === 'end' ? undefined : addAmount(extent, site);
  const reserve = extent.kind === 'end' ? extent.reserve : 0;
  return addChecked(site, (slots, rest) => (amount === undefined ? rest - reserve : amount(slots)), 1);
}

/**
 * Keeps a number of elements in a helper, and gives that one's name. They are then known to fit into the
 * region if each takes `least` bytes: a loop over a wild count would end at its first read, or for elements
 * without bytes never.
 */
export function addCount(
  extent: FixedExtent | ExpressionExtent | PrefixExtent,
  least: number,
  site: Site,
): string {
  return addChecked(site, addAmount(extent, site), least);
}

/** Keeps a size that a function computes in a helper, and gives that one's name. The bytes are then known to be there. */
export function addCheckedSize(site: Site, size: (slots: Slots) => unknown): string {
  return addChecked(site, size, 1);
}

/**
 * Adds bytes as far as their extent says, and behind them what is not content: a terminator, or fill. `convert`
 * makes the value of a view of the content.
 */
export function addContent(extent: ByteExtentIR, convert: (view: Uint8Array) => unknown, site: Site): void {
  const { parser, slot } = site;
  switch (extent.kind) {
    case 'terminated': {
      const terminator = hexBytes(extent.terminator);
      parser.buffer(slot, { length: addTerminated(extent, terminator, site), formatter: convert });
      parser.seek(terminator.length);
      break;
    }
    case 'padded': {
      const fill = hexBytes(extent.fill);
      const formatter = (view: Uint8Array): unknown =>
        convert(view.subarray(0, trimFill(view, 0, view.length, fill)));
      parser.buffer(slot, { length: addByteSize(extent.size, site), formatter });
      break;
    }
    default:
      parser.buffer(slot, { length: addByteSize(extent, site), formatter: convert });
  }
}

type PlainExtent = Exclude<ByteExtentIR, TerminatedExtent | PaddedExtent>;

/** Keeps the number of bytes in front of the first terminator in a helper, and gives that one's name. */
function addTerminated(extent: TerminatedExtent, terminator: readonly number[], site: Site): string {
  const size = site.build.fresh('size');
  const formatter = (rest: Uint8Array): number => {
    const at = findTerminator(rest, 0, rest.length, terminator, extent.unit);
    if (at < 0) throw new RejectedInputError(site.path, `lacks ${terminatorLabel(extent)}`);
    return at;
  };
  site.parser.buffer(size, { readUntil: 'eof', formatter });
  return size;
}

type Amount = (slots: Slots) => unknown;

function addAmount(extent: FixedExtent | ExpressionExtent | PrefixExtent, site: Site): Amount {
  switch (extent.kind) {
    case 'fixed':
      return () => extent.size;
    case 'expression':
      return evaluateAt(site, extent.size);
    case 'prefix': {
      const slot = site.build.fresh('prefix');
      addNode(extent.prefix, { ...site, slot });
      return (slots) => Number(slots[slot]);
    }
  }
}

function addChecked(site: Site, amount: (slots: Slots, rest: number) => unknown, unit: number): string {
  const { parser, path, build } = site;
  const size = build.fresh('size');
  const rest = addRest(site);
  addStep(parser, (slots) => {
    const left = Number(slots[rest]);
    const found = amount(slots, left);
    if (!isSize(found)) throw new RejectedInputError(path, `${String(found)} is not a size`);
    if (found * unit > left)
      throw new RejectedInputError(path, `needs ${found * unit} bytes where ${left} are left`);
    slots[size] = found;
  });
  return size;
}
