import { normalizeZero } from '@bytewright/runtime/codec';
import type { BindNode } from '@bytewright/schema-dsl/ir';
import { evaluateAt } from '../expressions/evaluate-at.js';
import type { AddNode } from '../site.js';
import { addStep } from '../site.js';
import { addNode } from './index.js';

/** No parameter is -0, or absent: only numbers may be that, and are NaN then. */
function parameterValue(value: unknown): unknown {
  return typeof value === 'number' ? normalizeZero(value) : (value ?? Number.NaN);
}

export const bind: AddNode<BindNode> = (node, site) => {
  const { state } = site.build;
  const values = node.bindings.map(({ parameter, value }) => [parameter, evaluateAt(site, value)] as const);
  addStep(site.parser, () =>
    state.bind(new Map(values.map(([name, value]) => [name, parameterValue(value())]))),
  );
  addNode(node.node, site);
  addStep(site.parser, () => state.unbind());
};
