import { describe } from '@bytewright/runtime/codec';
import { CallError } from '../ir/call-error.js';
import { toDatum } from '../ir/datum.js';
import type { Metadata } from '../ir/metadata.js';
import { printable } from '../ir/printable.js';

/** Documentation of a node: a description and other metadata for readers of a schema. */
export interface Annotations extends Metadata {
  readonly doc?: string;
}

/** The annotations with one more added. It replaces an earlier one of the same kind, except that examples accumulate. */
export function annotated(before: Annotations, added: Annotations): Annotations {
  const examples = [...(before.examples ?? []), ...(added.examples ?? [])];
  return Object.freeze({ ...before, ...added, ...(examples.length === 0 ? {} : { examples }) });
}

/** The methods that annotate; `annotate` makes the annotated copy. */
export function annotationMethods<T>(
  annotate: (added: Annotations) => T,
): Record<string, (value: never) => T> {
  return {
    doc: (text: string) => annotate({ doc: readable(text, 'doc') }),
    unit: (text: string) => annotate({ unit: readable(text, 'unit') }),
    deprecated: (text: string) => annotate({ deprecated: readable(text, 'deprecated') }),
    source: (text: string) => annotate({ source: readable(text, 'source') }),
    wireName: (text: string) => annotate({ wireName: readable(text, 'wireName') }),
    wireType: (text: string) => annotate({ wireType: readable(text, 'wireType') }),
    example: (value: unknown) => annotate({ examples: [toDatum(value)] }),
  };
}

function readable(text: unknown, method: string): string {
  if (typeof text !== 'string' || text.trim() === '')
    throw new CallError(
      'invalid-argument',
      `.${method}()`,
      `expected non-empty text, found ${printable(describe(text))}; write some, or omit .${method}() out`,
    );
  return text;
}
