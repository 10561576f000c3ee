import type { Expr, Node, Parameter } from '@bytewright/schema-dsl';
import * as dsl from '@bytewright/schema-dsl';
import type { ScalarType } from './frame.js';
import type { Lazy, StructBuilder } from './struct-builder.js';
import { Unconverted } from './unconverted.js';

/** The path from a struct to one that it holds directly, or nothing where it does not. */
export function pathTo(from: StructBuilder, to: StructBuilder): readonly string[] | undefined {
  const path: string[] = [];
  for (let at = to; at !== from; ) {
    const { host } = at;
    if (host === undefined || !host.isDirect) return undefined;
    path.unshift(host.slot);
    at = host.builder;
  }
  return path;
}

/** Nodes that say what a parameter is. */
const PARAMETER_TYPES: Readonly<Record<Exclude<ScalarType, 'flags'>, Node<unknown>>> = {
  number: dsl.u32be,
  bigint: dsl.u64be,
  boolean: dsl.bool,
  string: dsl.string(dsl.cstring),
};

let parameters = 0;

/** A parameter of a type; its name is no other one's. */
export function newParameter(type: ScalarType): Parameter<unknown> {
  if (type === 'flags') throw new Unconverted('references', 'to flags as a whole');
  parameters += 1;
  return dsl.parameter(`given${parameters}`, PARAMETER_TYPES[type]);
}

/**
 * An expression of one struct as another one sees it, which may lie within: where it does not see the fields, a parameter
 * carries the value in.
 */
export function carry<T>(
  expression: Lazy<T>,
  owner: StructBuilder,
  user: StructBuilder,
  type: ScalarType,
): Lazy<T> {
  if (owner === user) return expression;
  for (let at = user; at.host !== undefined; at = at.host.builder) {
    if (at.host.builder !== owner) continue;
    const parameter = newParameter(type);
    owner.bind(at.host.slot, ($) => parameter.of(expression($)));
    return () => parameter as Expr<unknown> as Expr<T>; // of `type`, as the expression is
  }
  throw new Unconverted('references', 'into a list or an alternative');
}

/** The innermost struct around both that the fields of `owner` can be reached from by a path. */
export function common(owner: StructBuilder, user: StructBuilder): StructBuilder | undefined {
  for (let at: StructBuilder | undefined = user; at !== undefined; at = at.host?.builder)
    if (pathTo(at, owner) !== undefined) return at;
  return undefined;
}
