import type { SpanIR } from '../checksum.js';
import type { FieldIR } from '../schema.js';
import { isPositioned, placedNode } from './positioned.js';

/**
 * Whether a span holds the bytes of a field that follows the one before it. One over a field that lies elsewhere holds
 * only that; one up to a tail goes to the end of the region.
 */
export function spanHolds({ first, last }: SpanIR, field: string, fields: readonly FieldIR[]): boolean {
  const indexOf = (name: string): number => fields.findIndex((candidate) => candidate.name === name);
  const [from, to, own] = [indexOf(first), indexOf(last), indexOf(field)];
  if (isElsewhere(fields[from])) return false;
  return from <= own && (own <= to || isElsewhere(fields[to]));
}

/** Why nothing says which bytes a span is, if so: its ends may lie anywhere. */
export function faultOfSpan({ first, last }: SpanIR, fields: readonly FieldIR[]): string | undefined {
  const fieldNamed = (name: string): FieldIR | undefined => fields.find((field) => field.name === name);
  for (const name of [first, last]) {
    const field = fieldNamed(name);
    if (field !== undefined && isElsewhere(field) && placedNode(field.node) === undefined)
      return `span(${first}, ${last}): ${name} may lie in several places; put a checksum into each node instead`;
  }
  if (first === last) return undefined;
  const end = fieldNamed(last);
  const isBounded = end === undefined || !isElsewhere(end) || placedNode(end.node)?.kind === 'tail';
  if (isBounded && !isElsewhere(fieldNamed(first))) return undefined;
  return `span(${first}, ${last}): the value says where one of them lies, so nothing says what is between; give a span for each field, such as span(${last}, ${last})`;
}

const isElsewhere = (field: FieldIR | undefined): boolean => field !== undefined && isPositioned(field.node);
