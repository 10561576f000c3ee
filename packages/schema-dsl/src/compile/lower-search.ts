import type { NodeIR, SearchNode } from '../ir/node.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Definition } from '../language/definition.js';
import type { LowerContext } from './lower.js';
import { lower } from './lower.js';
import { lowerDemands } from './lower-arms.js';

/** A struct with a parameter that is searched for, or with several in nested searches. The struct's own binding of the parameter is ignored. */
export function lowerSearch(
  definition: Extract<Definition, { kind: 'search' }>,
  context: LowerContext,
): SearchNode {
  const { relations: _, ...inner } = context;
  const { parameter, values } = definition;
  if (context.bound?.has(parameter))
    throw new SchemaError(
      'wrong-search',
      context.path,
      `searches for ${parameter}, which is already bound outside; keep one`,
    );
  const texts = values.map((value) => JSON.stringify(value));
  const twice = texts.find((text, index) => texts.indexOf(text) !== index);
  if (twice !== undefined)
    throw new SchemaError(
      'wrong-search',
      context.path,
      `searches for ${parameter} with the value ${twice} twice; list it once`,
    );
  const bound = new Set([...(context.bound ?? []), parameter]);
  const node = lower(definition.node, { ...inner, bound });
  if (!isStruct(node))
    throw new SchemaError(
      'wrong-search',
      context.path,
      'search() tries a node that is not a struct; put the node into a struct',
    );
  const followedBy = lowerDemands(definition.followedBy, context);
  return { kind: 'search', parameter, values, node, ...(followedBy.length === 0 ? {} : { followedBy }) };
}

function isStruct(node: NodeIR): boolean {
  return node.kind === 'struct' || ((node.kind === 'bind' || node.kind === 'search') && isStruct(node.node));
}
