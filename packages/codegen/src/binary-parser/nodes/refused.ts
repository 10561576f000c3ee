import type { NodeKind } from '@bytewright/schema-dsl/ir';
import { capabilities } from '../capabilities.js';
import type { AddNode } from '../site.js';
import { UnsupportedConstructError } from '../unsupported-construct-error.js';

/** For a kind of node that binary-parser cannot follow: refuses, with the table's reason. */
export function refused(kind: NodeKind): AddNode<unknown> {
  return (_, { path }) => {
    throw new UnsupportedConstructError(path, kind, capabilities.nodes[kind].reason);
  };
}
