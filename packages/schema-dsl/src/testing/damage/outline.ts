import type { Explanation } from '../../interpreter/explain.js';
import { explainRoot } from '../../interpreter/explain.js';
import type { SchemaIR } from '../../ir/schema.js';

/** The parts of an input: the places where damage does most harm. */
export interface Outline {
  /** Offsets at which a part begins or ends, in order. Never empty. */
  readonly seams: readonly number[];
  /**
   * The parts themselves: the smallest ones, and for others the bytes before their first part, which are a prefix. Those that
   * are not in the value (lengths, counts, tags, constants, such prefixes) are listed three times, so that a random choice
   * picks them more often.
   */
  readonly parts: readonly Part[];
}

/** One part of an input. */
export interface Part {
  readonly offset: number;
  readonly length: number;
}

const HIDDEN_WEIGHT = 3;

/** The outline of an input, as far as it can be decoded. */
export function outlineOf(ir: SchemaIR, bytes: Uint8Array): Outline {
  const seams = new Set([0, bytes.length]);
  const parts: Part[] = [];
  const add = (offset: number, length: number, times: number): void => {
    if (length > 0) for (let i = 0; i < times; i++) parts.push({ offset, length });
  };
  const visit = ({ offset, length, hidden, parts: inner }: Explanation): void => {
    seams.add(offset).add(offset + length);
    const [first] = inner;
    if (first === undefined) add(offset, length, hidden ? HIDDEN_WEIGHT : 1);
    else add(offset, first.offset - offset, HIDDEN_WEIGHT);
    inner.forEach(visit);
  };
  visit(explainRoot(ir, bytes).root);
  return { seams: [...seams].sort((a, b) => a - b), parts };
}
