import type { EndExtent, LastExtent, ListNode, NodeIR } from '@bytewright/schema-dsl/ir';
import { isNumberElement, sizeBounds, typedArrayOf } from '@bytewright/schema-dsl/ir';
import type { Parser } from 'binary-parser/dist/binary_parser.js';
import { addByteSize, addCount } from '../add-size.js';
import { capabilities } from '../capabilities.js';
import { evaluateElement } from '../expressions/evaluate-at.js';
import type { Slots } from '../parse-state.js';
import type { AddNode, Site } from '../site.js';
import { addStep, branch } from '../site.js';
import { UnsupportedConstructError } from '../unsupported-construct-error.js';
import { addNode } from './index.js';
import { elementTypeOf } from './integer.js';
import { structType } from './struct.js';

export const list: AddNode<ListNode> = (node, site) => {
  const { element, extent } = node;
  switch (extent.kind) {
    case 'sentinel':
      throw new UnsupportedConstructError(site.path, 'sentinel', capabilities.listExtents.sentinel.reason);
    case 'while':
      throw new UnsupportedConstructError(site.path, 'while', capabilities.listExtents.while.reason);
    case 'last':
      addUpToLast(element, extent, site);
      break;
    case 'end':
      addToEnd(element, extent, site);
      break;
    default: {
      const { state } = site.build;
      const { min } = sizeBounds(element, site.build.ir.structs);
      const length = addCount(extent, min, site);
      if (!isNumberElement(element))
        addStep(site.parser, (slots) => state.takeElements(Number(slots[length]), site.path));
      if (min === 0)
        addStep(site.parser, (slots) => state.takeEmptyElements(Number(slots[length]), site.path));
      const { type, formatter } = elementsOf(element, site);
      site.parser.array(site.slot, { type, length, formatter });
    }
  }
};

function addUpToLast(element: NodeIR, { holds }: LastExtent, site: Site): void {
  const { parser, slot, path, build } = site;
  const { type, formatter, partOf } = elementsOf(element, site);
  const ends = evaluateElement(site, holds);
  parser.array(slot, {
    type,
    readUntil: (item: unknown): boolean => {
      build.state.takeElements(1, path);
      return Boolean(ends(partOf(item)));
    },
    formatter,
  });
}

/** How the elements are read, and what becomes of the array of them. */
interface Elements {
  readonly type: Parser | string;
  readonly formatter: (items: readonly unknown[]) => unknown;
  /** An element's value, of what it is read into. */
  readonly partOf: (item: unknown) => unknown;
}

const ITEM = '$item';

const FLOATS = 'they are moved by their bytes, and no array of numbers keeps what is in a NaN';

const itself = (item: unknown): unknown => item;

function elementsOf(element: NodeIR, site: Site): Elements {
  switch (element.kind) {
    case 'struct':
      return { type: structType(element.name, site.build), formatter: (items) => items, partOf: itself };
    default: {
      const toArray = (items: readonly unknown[]): unknown =>
        isNumberElement(element) ? typedArrayOf(element).from(items) : items;
      const type = element.kind === 'integer' ? elementTypeOf(element) : undefined;
      if (type !== undefined) return { type, formatter: toArray, partOf: itself };
      if (element.kind === 'float' && isNumberElement(element))
        throw new UnsupportedConstructError(site.path, 'list of floats', FLOATS);
      // an element that is not a struct still needs an object to be read into
      const inner = { ...branch(site, `${site.path}[]`), slot: ITEM };
      addNode(element, inner);
      const partOf = (item: unknown): unknown => (item as Slots)[ITEM];
      return { type: inner.parser, formatter: (items) => toArray(items.map(partOf)), partOf };
    }
  }
}

function addToEnd(element: NodeIR, extent: EndExtent, site: Site): void {
  const { parser, slot, path, build } = site;
  const { type, formatter } = elementsOf(element, site);
  const counted = (items: readonly unknown[]): unknown => {
    if (!isNumberElement(element)) build.state.takeElements(items.length, path);
    return formatter(items);
  };
  const region = extent.reserve === 0 ? undefined : branch(site);
  const length = region === undefined ? undefined : addByteSize(extent, site);
  (region?.parser ?? parser).array(slot, { type, readUntil: 'eof', formatter: counted });
  if (region !== undefined && length !== undefined)
    parser.wrapped({ length, wrapper: (bytes) => bytes, type: region.parser });
}
