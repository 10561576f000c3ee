import type { SpanIR } from '../checksum.js';
import type { FieldIR } from '../schema.js';
import { isPositioned, placedNode } from './positioned.js';

/**
 * Whether a span includes the bytes of a field without its own offset. A span over a field at an offset includes only that
 * field; one up to a tail extends to the end of the region.
 */
export function spanHolds({ first, last }: SpanIR, field: string, fields: readonly FieldIR[]): boolean {
  const indexOf = (name: string): number => fields.findIndex((candidate) => candidate.name === name);
  const [from, to, own] = [indexOf(first), indexOf(last), indexOf(field)];
  if (isElsewhere(fields[from])) return false;
  return from <= own && (own <= to || isElsewhere(fields[to]));
}

/** Why the bytes of a span are undetermined, if they are: its ends may lie anywhere. */
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
  return `span(${first}, ${last}): the value gives the offset of one of them, so the bytes in between are undetermined; use a span for each field, such as span(${last}, ${last})`;
}

const isElsewhere = (field: FieldIR | undefined): boolean => field !== undefined && isPositioned(field.node);
