import type { SearchNode } from '@bytewright/schema-dsl/ir';
import { searchAttempts } from '@bytewright/schema-dsl/ir';
import type { FunctionEmitter } from '../emitter.js';
import { article } from '../names.js';
import type { Chooser } from './chooser.js';
import { chooserOf } from './chooser.js';

/** The function that finds where a search's node ends, for which nobody has to know the parameter. */
export function endFinderFor(node: SearchNode, emitter: FunctionEmitter): Chooser {
  const { hint, struct } = emitter;
  return chooserOf(
    {
      node,
      groups: [{ tags: undefined, attempts: searchAttempts(node), isTried: true, none: '-1' }],
      followedBy: node.followedBy,
      doc: `Where \`${hint}\` of ${article(struct.name)} ends with the first \`${node.parameter}\` with which it parses, or -1.`,
      returns: 'number',
      unknown: '-1',
      tagType: undefined,
      member: '',
      isMatched: true,
    },
    emitter,
  );
}
