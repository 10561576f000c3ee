import type { ConstantValue, RawArmIR, TaggedArmIR, UnionNode } from '@bytewright/schema-dsl/ir';
import { constantValue } from '@bytewright/schema-dsl/ir';
import type { Parser } from 'binary-parser/dist/binary_parser.js';
import type { Evaluate } from '../expressions/compile-expression.js';
import { evaluateAt } from '../expressions/evaluate-at.js';
import { RejectedInputError } from '../rejected-input-error.js';
import type { AddNode, Site } from '../site.js';
import { addStep, branch } from '../site.js';
import { addNode } from './index.js';

export const union: AddNode<UnionNode> = (node, site) => {
  const selector: Evaluate = node.selector === undefined ? () => undefined : evaluateAt(site, node.selector);
  const tags = node.arms.map((arm) => constantValue(arm.tag));
  const isNative = tags.every((tag) => Number.isSafeInteger(tag));
  const choices: Record<number, Parser> = {};
  node.arms.forEach((arm, index) => {
    const key = isNative ? Number(tags[index]) : index;
    choices[key] = armParser(arm, node, site);
  });
  site.parser.choice({
    tag: isNative ? () => nativeTag(selector()) : () => tags.indexOf(selector() as ConstantValue),
    choices,
    defaultChoice: node.otherwise
      ? rawParser(node.otherwise, node, selector, site)
      : noParser(selector, site),
  });
};

/** A choice compares with `===`; what is no number, it must not even print into its message. */
const nativeTag = (tag: unknown): number => (typeof tag === 'number' ? tag : Number.NaN);

function armParser(arm: TaggedArmIR, { tag, value }: UnionNode, site: Site): Parser {
  const inner = branch(site, `${site.path}.${arm.name}`);
  addNode(arm.node, inner);
  addStep(inner.parser, (slots) => {
    slots[site.slot] = { [tag]: arm.name, [value]: slots[site.slot] };
  });
  return inner.parser;
}

function rawParser(arm: RawArmIR, { tag }: UnionNode, selector: Evaluate, site: Site): Parser {
  const inner = branch(site, `${site.path}.otherwise`);
  addNode(arm.node, inner);
  addStep(inner.parser, (slots) => {
    const kept = arm.rawTag === undefined ? {} : { [arm.rawTag]: selector() };
    slots[site.slot] = { [tag]: undefined, ...kept, [arm.raw]: slots[site.slot] };
  });
  return inner.parser;
}

function noParser(selector: Evaluate, site: Site): Parser {
  const { parser } = branch(site);
  addStep(parser, () => {
    throw new RejectedInputError(site.path, `no arm for ${String(selector())}`);
  });
  return parser;
}
