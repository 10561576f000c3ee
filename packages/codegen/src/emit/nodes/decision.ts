import type { Code } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { quote } from '../names.js';

/**
 * Code that records a decision. `holds` is the body of a function of `finished`, `finishedView` and the `input` that they are,
 * which ends where the region does.
 */
export function emitDecision(at: string, holds: Code, emitter: FunctionEmitter): Code {
  return [
    `${emitter.imports.runtime('decide')}(output, ${quote(emitter.path)}, {`,
    {
      body: [
        `offset: ${at},`,
        `end: output.end,`,
        `holds: (finished, finishedView, input) => {`,
        { body: holds },
        '},',
      ],
    },
    '});',
  ];
}
