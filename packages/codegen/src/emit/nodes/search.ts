import type { SearchNode } from '@bytewright/schema-dsl/ir';
import { structsIn } from '@bytewright/schema-dsl/ir';
import { armTable, contextCode, tableOfSearch, writingTable } from '../arms/table-code.js';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { mayNest } from '../nesting.js';
import { emitType } from './index.js';
import type { NodeEmitter } from './node-emitter.js';
import { isNothing, NOTHING } from './node-emitter.js';
import { openAhead } from './struct.js';

/** A search is a table of one arm: the first of its candidates that parses, and is followed as demanded. */
export const search: NodeEmitter<SearchNode> = {
  type: (node, emitter) => emitType(node.node, emitter),

  read(node, target, emitter) {
    const region = emitter.end === 'end' ? undefined : emitter.end;
    return [
      'input.offset = offset;',
      ...(region === undefined ? [] : [`input.end = ${region};`]),
      readSearched(node, target, 'input', emitter),
      ...(region === undefined ? [] : ['input.end = end;']),
      'offset = input.offset;',
    ];
  },

  match(node, target, emitter) {
    const plan = tableOfSearch(node);
    const next = freshName(emitter, `${emitter.hint}End`);
    const ahead = [
      armTable(plan, emitter),
      'bytes',
      'view',
      'offset',
      emitter.end,
      contextCode(plan, emitter),
    ];
    const found: Code[number][] = [];
    if (target !== undefined) {
      const input = freshName(emitter, `${emitter.hint}Input`);
      found.push(
        ...openAhead(input, 'offset', emitter.end, emitter),
        readSearched(node, target, input, emitter),
      );
    }
    return [
      call(`const ${next} = `, emitter.imports.runtime('matchSearched'), ahead),
      ...block(`if (${next} < 0)`, ['return -1;']),
      ...found,
      `offset = ${next};`,
    ];
  },

  size(node, value, emitter) {
    const plan = tableOfSearch(node);
    const nests = structsIn(node.node).some((name) => mayNest(name, emitter.structs));
    const args = [
      writingTable(plan, emitter),
      argument(value),
      contextCode(plan, emitter),
      ...(nests ? [emitter.nesting] : []),
    ];
    return { fixed: 0, code: [call('size += ', emitter.imports.runtime('measureSearched'), args)] };
  },

  write(node, value, emitter) {
    const plan = tableOfSearch(node);
    const args = ['output', writingTable(plan, emitter), argument(value), contextCode(plan, emitter)];
    return [
      'output.offset = offset;',
      call('', emitter.imports.runtime('writeSearched'), args),
      'offset = output.offset;',
    ];
  },
};

function readSearched(
  node: SearchNode,
  target: string | undefined,
  input: string,
  emitter: FunctionEmitter,
): Code[number] {
  const plan = tableOfSearch(node);
  const before = target === undefined ? '' : `const ${target} = `;
  const args = [input, armTable(plan, emitter), contextCode(plan, emitter)];
  return call(before, emitter.imports.runtime('readSearched'), args);
}

const argument = (value: string): string => (isNothing(value) ? NOTHING : value);
