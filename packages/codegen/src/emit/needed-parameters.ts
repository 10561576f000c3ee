import type { Expression, NodeIR } from '@bytewright/schema-dsl/ir';
import { freeParameters, parametersRead } from '@bytewright/schema-dsl/ir';
import { parametersOf } from '../plan/generation-plan.js';
import type { Parameter } from './code.js';
import type { ModuleEmitter } from './emitter.js';

/** The parameters that code for some nodes, and for conditions on their values, needs from outside. */
export function neededParameters(
  nodes: readonly NodeIR[],
  { module }: ModuleEmitter,
  conditions: readonly Expression[] = [],
): readonly Parameter[] {
  const all = [
    ...nodes.flatMap((node) => freeParameters(node, (struct) => parametersOf(module, struct))),
    ...conditions.flatMap(parametersRead),
  ];
  return [...new Map(all.map(({ name, type }) => [name, { name, type }])).values()];
}
