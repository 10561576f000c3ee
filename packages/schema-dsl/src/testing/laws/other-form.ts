import type { Explanation } from '../../interpreter/explain.js';
import { explainRoot } from '../../interpreter/explain.js';
import { formatPath } from '../../interpreter/path.js';
import { visitNodes } from '../../ir/analysis/children.js';
import type { SchemaIR } from '../../ir/schema.js';
import { isNumberArray } from '../typed-arrays.js';
import { withValueAt } from '../value-path.js';
import { placesIn } from './wrong/places.js';

/**
 * Another form of a value that has the same encoding: members that are `undefined` are omitted, and constant and derived
 * fields are included, as far as the first elements of lists.
 */
export function otherForm(ir: SchemaIR, value: unknown, bytes: Uint8Array): unknown {
  const tags = new Set<string>();
  const fields = Object.values(ir.structs).flatMap((struct) => struct.fields);
  for (const node of [ir.root, ...fields.map((field) => field.node)]) {
    visitNodes(node, (inner) => {
      if (inner.kind === 'union') tags.add(inner.tag);
    });
  }
  const given = placesIn(ir, value, 0).filter(({ isGiven }) => isGiven);
  if (given.length === 0) return withoutUndefined(value, tags);
  const hidden = new Map<string, unknown>();
  collectHidden(explainRoot(ir, bytes).root, hidden);
  const all = given.reduce<unknown>((form, { path }) => {
    const key = formatPath(path);
    return hidden.has(key) ? withValueAt(form, path, hidden.get(key)) : form;
  }, value);
  return withoutUndefined(all, tags);
}

function collectHidden(part: Explanation, hidden: Map<string, unknown>): void {
  if (part.hidden) hidden.set(part.path, part.value);
  for (const inner of part.parts) collectHidden(inner, hidden);
}

/** The value without keys that hold `undefined`, except those that may be a union's tag. */
function withoutUndefined(value: unknown, tags: ReadonlySet<string>): unknown {
  if (typeof value !== 'object' || value === null || isNumberArray(value)) return value;
  if (Array.isArray(value)) return value.map((item) => withoutUndefined(item, tags));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value; // an instance of a user-defined class
  const kept = Object.entries(value).filter(([key, member]) => member !== undefined || tags.has(key));
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutUndefined(member, tags)]));
}
