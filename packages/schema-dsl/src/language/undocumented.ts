import type { Definition } from './definition.js';
import type { Node } from './node.js';
import { makeNode } from './node.js';

/** A definition without what only describes it for readers, such as `.unit('bytes')`. */
export function undocumented(definition: Definition): Definition {
  return definition.kind === 'documented' ? undocumented(definition.node.definition) : definition;
}

/**
 * A node with another definition inside of what describes it for readers: `asNumber(u64be.unit('bytes'))` still counts
 * bytes.
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
