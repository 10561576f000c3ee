import type { NodeIR, StructReference } from '@bytewright/schema-dsl/ir';
import { bound } from '../bound.js';
import type { FunctionEmitter } from '../emitter.js';
import { parameterArguments, structFunction } from '../emitter.js';

/** A struct that is an element of a list, and the emitter for it: parameters may be bound in between. */
export interface StructElement {
  readonly node: StructReference;
  readonly emitter: FunctionEmitter;
}

/**
 * The struct that a list's elements are, where their functions can be called one after the other: nothing bounds them but
 * what bounds the list's own struct.
 */
export function structElement(element: NodeIR, emitter: FunctionEmitter): StructElement | undefined {
  if (element.kind === 'bind') return structElement(element.node, bound(element, emitter));
  if (element.kind !== 'struct' || emitter.end !== 'end') return undefined;
  // a parameter that follows from where the element lies is another one for each
  const isPlaced = parameterArguments(emitter, element.name).some((text) => /\boffset\b/.test(text));
  return isPlaced ? undefined : { node: element, emitter };
}

/** A call that reads or writes such an element, where the input or the output stands. */
export function elementCall(
  kind: 'read' | 'write',
  { node, emitter }: StructElement,
  args: readonly string[],
): string {
  const all = [...args, ...parameterArguments(emitter, node.name)];
  return `${structFunction(emitter, kind, node.name)}(${all.join(', ')})`;
}
