import type { RawArmIR, TaggedArmIR, UnionNode } from '@bytewright/schema-dsl/ir';
import { armsFor, constantValue, triedArms } from '@bytewright/schema-dsl/ir';
import type { Parser } from 'binary-parser/dist/binary_parser.js';
import type { Evaluate } from '../expressions/compile-expression.js';
import { evaluateAt } from '../expressions/evaluate-at.js';
import { RejectedInputError } from '../rejected-input-error.js';
import type { AddNode, Site } from '../site.js';
import { addStep, branch } from '../site.js';
import { UnsupportedConstructError } from '../unsupported-construct-error.js';
import { addNode } from './index.js';

export const union: AddNode<UnionNode> = (node, site) => {
  const selector: Evaluate = node.selector === undefined ? () => undefined : evaluateAt(site, node.selector);
  if (triedArms(node).length > 0)
    throw new UnsupportedConstructError(
      site.path,
      'union',
      'several arms have one tag, or what follows decides: the first thing that does not parse throws out of parse()',
    );
  const isNative = node.arms.every(
    (arm) => arm.tag !== undefined && Number.isSafeInteger(constantValue(arm.tag)),
  );
  const choices: Record<number, Parser> = {};
  node.arms.forEach((arm, index) => {
    const key = isNative && arm.tag !== undefined ? Number(constantValue(arm.tag)) : index;
    choices[key] = armParser(arm, node, selector, site);
  });
  const indexOf = (tag: unknown): number => {
    const [chosen] = armsFor(node, tag);
    return chosen === undefined ? -1 : node.arms.indexOf(chosen);
  };
  site.parser.choice({
    tag: isNative ? () => nativeTag(selector()) : () => indexOf(selector()),
    choices,
    defaultChoice: node.otherwise
      ? rawParser(node.otherwise, node, selector, site)
      : noParser(selector, site),
  });
};

/** A choice compares with `===`; what is not a number, it must not even print into its message, and -0 is not a 0. */
const nativeTag = (tag: unknown): number =>
  typeof tag === 'number' && !Object.is(tag, -0) ? tag : Number.NaN;

function armParser(arm: TaggedArmIR, { tag, value }: UnionNode, selector: Evaluate, site: Site): Parser {
  const inner = branch(site, `${site.path}.${arm.name}`);
  addNode(arm.node, inner);
  addStep(inner.parser, (slots) => {
    const kept = arm.rawTag === undefined ? {} : { [arm.rawTag]: selector() };
    slots[site.slot] = { [tag]: arm.name, ...kept, [value]: slots[site.slot] };
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
