import type { Expression, NodeIR } from '@bytewright/schema-dsl/ir';
import { childrenOf, fieldsOf, offsetsIn } from '@bytewright/schema-dsl/ir';
import type { Parameter } from '../code.js';
import { AHEAD_PARAMETERS } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { fieldOffset } from '../expressions/field-offset.js';
import { fieldValue } from '../expressions/field-value.js';
import { capitalize, localName, parameterName } from '../names.js';
import { neededParameters } from '../needed-parameters.js';
import { requireEntry } from '../require-entry.js';
import { emitType } from './index.js';

/** What a function of its own for part of a struct is handed: parameters, fields that are known, and offsets. */
export interface Surroundings {
  readonly declared: readonly Parameter[];
  /** What the struct's function passes for them. */
  readonly args: readonly string[];
  /** The emitter for the function's body, in which they are known by the declared names. */
  readonly inner: FunctionEmitter;
}

/** What a function that tries a node ahead needs of its struct; `holds` is a condition on the node's value. */
export function surroundingsOf(
  node: NodeIR,
  emitter: FunctionEmitter,
  holds: Expression | undefined = undefined,
): Surroundings {
  const expressions = expressionsIn(node);
  const fields = [...new Set(expressions.flatMap((e) => [...fieldsOf(e)]))];
  const offsets = [...new Set(expressions.flatMap((e) => [...offsetsIn(e)]))];
  const parameters = neededParameters([node], emitter, holds === undefined ? [] : [holds]);
  const taken = [...fields, ...AHEAD_PARAMETERS.map(({ name }) => name)];
  const parameterIn = (name: string): string => (taken.includes(name) ? parameterName(name, fields) : name);
  const declared: readonly Parameter[] = [
    ...parameters.map(({ name, type }) => ({ name: parameterIn(name), type })),
    ...fields.map((field) => ({ name: localName(field), type: fieldType(field, emitter) })),
    ...offsets.map((field) => ({ name: offsetName(field), type: 'number' })),
  ];
  return {
    declared,
    args: [
      ...parameters.map(({ name }) => requireEntry(emitter.parameters, name)),
      ...fields.map((field) => fieldValue(field, emitter)),
      ...offsets.map((field) => fieldOffset(field, emitter)),
    ],
    inner: {
      ...emitter,
      direction: 'match',
      end: 'end',
      names: new Set([...declared.map(({ name }) => name), ...emitter.externals.values()]),
      parameters: new Map(parameters.map(({ name }) => [name, parameterIn(name)])),
      locals: new Map(fields.map((field) => [field, localName(field)])),
      offsets: new Map(offsets.map((field) => [field, offsetName(field)])),
    },
  };
}

/** Whether expressions in a node speak of fields of the struct around it, or of where these begin. */
export function speaksOfFields(node: NodeIR): boolean {
  return expressionsIn(node).some((e) => fieldsOf(e).size > 0 || offsetsIn(e).size > 0);
}

function fieldType(name: string, emitter: FunctionEmitter): string {
  const found = emitter.struct.fields.find((field) => field.name === name);
  return found === undefined ? 'unknown' : emitType(found.node, emitter);
}

const offsetName = (field: string): string => `offsetOf${capitalize(field)}`;

function expressionsIn(node: NodeIR): readonly Expression[] {
  const { inline, ahead, expressions } = childrenOf(node);
  return [...expressions, ...[...inline, ...ahead].flatMap(expressionsIn)];
}
