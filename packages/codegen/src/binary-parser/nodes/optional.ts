import type { OptionalNode } from '@bytewright/schema-dsl/ir';
import { evaluateAt } from '../expressions/evaluate-at.js';
import type { AddNode } from '../site.js';
import { addStep, branch } from '../site.js';
import { addNode } from './index.js';

export const optional: AddNode<OptionalNode> = (node, site) => {
  const when = evaluateAt(site, node.when);
  const present = branch(site);
  addNode(node.node, present);
  const absent = branch(site);
  addStep(absent.parser, (slots) => {
    slots[site.slot] = undefined;
  });
  // without a name a choice reads into the object around it
  site.parser.choice({
    tag: () => (when() ? 1 : 0),
    choices: { 1: present.parser },
    defaultChoice: absent.parser,
  });
};
