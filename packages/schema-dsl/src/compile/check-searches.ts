import { childrenOf } from '../ir/analysis/children.js';
import { searchedRoot } from '../ir/analysis/searched-root.js';
import { untoldUse } from '../ir/analysis/untold-use.js';
import { constantValue } from '../ir/expression.js';
import type { NodeIR, SearchNode } from '../ir/node.js';
import type { SchemaIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Faults } from './faults.js';

/** On encode, each search must find the parameter with which its value was decoded, so the value must determine it. So must a root's. */
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
    `searches for ${parameter}, but what it decides in ${untold.path} is not in the value, so a value decoded with ${other} may be encoded with ${one}; keep it in the value, or let ${parameter} decide the length or presence of something that is in the value`,
  );
}
