import type { Definition } from './definition.js';
import type { Node } from './node.js';
import { makeNode } from './node.js';

/** A definition without its documentation, such as `.unit('bytes')`. */
export function undocumented(definition: Definition): Definition {
  return definition.kind === 'documented' ? undocumented(definition.node.definition) : definition;
}

/**
 * A node with another definition inside its documentation: `asNumber(u64be.unit('bytes'))` keeps the unit.
 */
export function redefined<N extends Node<unknown>>(
  { definition }: Node<unknown>,
  change: (definition: Definition) => Definition,
): N {
  return makeNode<N>(
    definition.kind === 'documented'
      ? { ...definition, node: redefined(definition.node, change) }
      : change(definition),
  );
}
