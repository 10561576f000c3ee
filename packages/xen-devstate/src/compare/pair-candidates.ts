import type { Node } from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl';
import type { SchemaIR } from '@bytewright/schema-dsl/ir';

/** Two schemas of one device. */
export interface CandidatePair {
  readonly before: SchemaIR;
  readonly after: SchemaIR;
}

/**
 * Schemas of one name in two sides, by twos: those of one type, then what is left in order. Equal ones are left out, and so is one
 * that has no other: a device in a form that the other side lacks is there in another form.
 */
export function pairCandidates(
  before: readonly Node<unknown>[],
  after: readonly Node<unknown>[],
): readonly CandidatePair[] {
  const now = after.map(compile);
  const old = before.map(compile).filter((one) => !takeOne(now, (other) => textOf(one) === textOf(other)));
  const pairs: CandidatePair[] = [];
  const rest: SchemaIR[] = [];
  for (const one of old) {
    const other = takeOne(now, (candidate) => typeOf(one) === typeOf(candidate));
    if (other === undefined) rest.push(one);
    else pairs.push({ before: one, after: other });
  }
  for (const one of rest) {
    const other = now.shift();
    if (other !== undefined) pairs.push({ before: one, after: other });
  }
  return pairs;
}

const compile = (schema: Node<unknown>): SchemaIR => irOf(schema, { allowParameters: true });

function takeOne(from: SchemaIR[], isWanted: (one: SchemaIR) => boolean): SchemaIR | undefined {
  const place = from.findIndex(isWanted);
  return place < 0 ? undefined : from.splice(place, 1)[0];
}

const texts = new WeakMap<SchemaIR, string>();

/** A schema without what readers are told beside it. */
function textOf(schema: SchemaIR): string {
  const known =
    texts.get(schema) ??
    JSON.stringify(schema, (key, value: unknown) =>
      key === 'doc' || key === 'metadata' ? wireNameOf(value) : value,
    );
  texts.set(schema, known);
  return known;
}

const wireNameOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, 'wireName') : undefined;

function typeOf({ root }: SchemaIR): string {
  const inner = root.kind === 'bind' ? root.node : root;
  return inner.kind === 'struct' ? inner.name : inner.kind;
}
