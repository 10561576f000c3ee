import { childrenOf } from '../ir/analysis/children.js';
import { searchedRoot } from '../ir/analysis/searched-root.js';
import { untoldUse } from '../ir/analysis/untold-use.js';
import { constantValue } from '../ir/expression.js';
import type { NodeIR, SearchNode } from '../ir/node.js';
import type { SchemaIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Faults } from './faults.js';

/** Each search has to find, on encode, the parameter with which its value was decoded: the value has to tell it. So does a root's. */
export function checkSearches(ir: SchemaIR, faults: Faults): void {
  const { structs } = ir;
  const visit = (node: NodeIR, path: string): void => {
    if (node.kind === 'search') checkSearch(node, ir, path);
    const { inline, ahead } = childrenOf(node);
    for (const child of new Set([...inline, ...ahead])) visit(child, path);
  };
  faults.attempt(() => visit(searchedRoot(ir), 'root'));
  for (const { name, fields } of Object.values(structs))
    faults.each(fields, (field) => visit(field.node, `${name}.${field.name}`));
}

function checkSearch(search: SearchNode, { structs }: SchemaIR, path: string): void {
  const untold = untoldUse(search, structs);
  if (untold === undefined) return;
  const [one, other] = untold.values.map((value) => String(constantValue(value)));
  const { parameter } = search;
  throw new SchemaError(
    'wrong-search',
    path,
    `searches for ${parameter}, and what it decides in ${untold.path} is not in the value, so that a value read with ${other} may be written with ${one}; keep that in the value, or let ${parameter} decide the length or presence of something that is there`,
  );
}
