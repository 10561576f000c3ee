import type { Code } from '../code.js';
import { usesName } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { quote } from '../names.js';

/** Code that records a decision. `holds` is the body of a function of `finished`, `finishedView` and the `input` that they are. */
export function emitDecision(at: string, holds: Code, emitter: FunctionEmitter): Code {
  const parameters = ['finished', 'finishedView', ...(usesName('input', holds) ? ['input'] : [])];
  return [
    `${emitter.imports.runtime('decide')}(output, ${quote(emitter.path)}, {`,
    { body: [`offset: ${at},`, `holds: (${parameters.join(', ')}) => {`, { body: holds }, '},'] },
    '});',
  ];
}
