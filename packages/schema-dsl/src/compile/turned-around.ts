import type { Expression } from '../ir/expression.js';
import { operands } from '../ir/expression.js';
import type { Unknown } from './find-unknown.js';

/** What to write if a number determines something about a field that is decoded later. */
const CURES: Readonly<Record<Unknown['op'], (later: string, path: string) => string>> = {
  byteLength: (later, path) =>
    `make it the size of ${later}: bytes(size), and $.${later}.with(size.of(${path})) with a parameter size`,
  count: (later, path) =>
    `make it the count of ${later}: list(element, size), and $.${later}.with(size.of(${path})) with a parameter size`,
  present: (later, path) => `let it decide: $.${later}.presentWhen(${path})`,
  tagOf: (later, path) => `let it decide: $.${later}.tag(${path})`,
};

/**
 * How to state a relation the other way round if it cannot be solved because it crosses structs: the field stays in the
 * value and determines what is decoded later.
 *
 * @param path the field as relations of the enclosing struct write it: `$.header.$.length`
 */
export function turnedAround(value: Expression, path: string): string {
  const property = propertyIn(value);
  return property === undefined
    ? `state what it equals: check(${path}.eq(…))`
    : CURES[property.op](property.field, path);
}

function propertyIn(expression: Expression): Unknown | undefined {
  const { op } = expression;
  if (op === 'byteLength' || op === 'count' || op === 'present' || op === 'tagOf')
    return { op, field: expression.field };
  return operands(expression)
    .map(propertyIn)
    .find((found) => found !== undefined);
}
