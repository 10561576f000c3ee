import type { Expression } from '../ir/expression.js';
import { printExpression } from '../ir/print-expression.js';
import type { ChangeKind } from './change-kinds.js';
import type { Place, StructPair } from './comparison.js';

/** Records a difference if two expressions differ in more than renamed fields. */
export function compareExpressions(
  kind: ChangeKind,
  before: Expression | undefined,
  after: Expression | undefined,
  place: Place,
): void {
  if (isSameExpression(before, after, place.pair)) return;
  place.tell(kind, before && printExpression(before), after && printExpression(after));
}

/** Whether two expressions, or other data that contains some, are the same except for renamed fields. */
export function isSameExpression(before: unknown, after: unknown, pair: StructPair): boolean {
  return (
    JSON.stringify(before) === JSON.stringify(after) || withNewNames(before, pair) === JSON.stringify(after)
  );
}

/** Data that contains expressions, as text, with the new names of fields. */
export function withNewNames(data: unknown, { fields }: StructPair): string {
  const names = new Map(
    fields.flatMap(({ before, after }) => (before && after ? [[before.name, after.name]] : [])),
  );
  const newName = (name: unknown): unknown => (typeof name === 'string' ? (names.get(name) ?? name) : name);
  return (
    JSON.stringify(data, (key, value: unknown) => {
      if (key === 'path' && Array.isArray(value)) return [newName(value[0]), ...value.slice(1)];
      return key === 'field' ? newName(value) : value;
    }) ?? 'undefined'
  );
}
