import type { FieldIR, StructIR } from '@bytewright/schema-dsl/ir';
import { isNarrowed } from '../nodes/integer.js';
import { checksumBoundaries } from './emit-checksums.js';

/** Integer fields that follow one another: they are written at distances from one offset. */
export function integerRun(struct: StructIR, from: number): readonly FieldIR[] {
  return runOf(struct, from, ({ node }) => node.kind === 'integer' && !isNarrowed(node));
}

/** Fields of a kind that follow one another, as far as nothing comes between them. */
export function runOf(
  struct: StructIR,
  from: number,
  isOne: (field: FieldIR) => boolean,
  isEndedByChecks = true,
): readonly FieldIR[] {
  const run: FieldIR[] = [];
  const { starts, ends } = checksumBoundaries(struct);
  for (let index = from; index < struct.fields.length; index++) {
    const field = struct.fields[index];
    if (field === undefined || !isOne(field)) break;
    // where a checksum's span begins or ends is where the offset is, so a run begins and ends there too
    if (run.length > 0 && starts.has(field.name)) break;
    run.push(field);
    if (ends.has(field.name)) break;
    // a check behind a field may fail before the next field is missing, so the run ends with it
    if (isEndedByChecks && struct.checks.some((check) => check.after === index)) break;
  }
  return run;
}
