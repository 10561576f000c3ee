import type { FieldIR, StructIR } from '@bytewright/schema-dsl/ir';
import { integerTraits } from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { quote } from '../names.js';
import { getInteger, isNarrowed, numberLabel } from '../nodes/integer.js';
import { checksumBoundaries } from './emit-checksums.js';

/** Integer fields that follow one another: one bounds check serves them all. */
export function integerRun(struct: StructIR, from: number): readonly FieldIR[] {
  const run: FieldIR[] = [];
  const { starts, ends } = checksumBoundaries(struct);
  for (let index = from; index < struct.fields.length; index++) {
    const field = struct.fields[index];
    if (field === undefined || field.node.kind !== 'integer' || isNarrowed(field.node)) break;
    // where a checksum's span begins or ends is where the offset is, so a run begins and ends there too
    if (run.length > 0 && starts.has(field.name)) break;
    run.push(field);
    if (ends.has(field.name)) break;
    // a check behind a field may fail before the next field is missing, so the run ends with it
    if (struct.checks.some((check) => check.after === index)) break;
  }
  return run;
}

/**
 * Reads a run with one bounds check and constant offsets. The offset is moved behind the run by the caller's
 * `advance`, so that checks can still name where a field began.
 */
export function emitRun(
  run: readonly FieldIR[],
  wanted: ReadonlySet<string>,
  emitter: FunctionEmitter,
): { readonly code: Code; readonly size: number } {
  let size = 0;
  const reads: string[] = [];
  const missing: string[] = [];
  for (const field of run) {
    if (field.node.kind !== 'integer') continue;
    const { node } = field;
    const { size: width } = integerTraits(node);
    const at = size === 0 ? 'offset' : `offset + ${size}`;
    emitter.starts.set(field.name, at);
    missing.push(`[${quote(field.name)}, ${width}, ${quote(numberLabel(node.type, width))}],`);
    if (wanted.has(field.name)) {
      const name = freshName(emitter, field.name);
      emitter.locals.set(field.name, name);
      reads.push(`const ${name} = ${getInteger(node, at, emitter)};`);
    }
    size += width;
  }
  const [only] = run;
  const thrown: Code =
    emitter.direction === 'match'
      ? ['return -1;']
      : run.length === 1 && only?.node.kind === 'integer'
        ? [
            call('throw ', emitter.imports.runtime('unexpectedEnd'), [
              'offset',
              quote(only.name),
              quote(numberLabel(only.node.type, size)),
              'end - offset',
            ]),
          ]
        : [`throw ${emitter.imports.runtime('firstMissing')}(offset, end, [`, { body: missing }, ']);'];
  return { code: [...block(`if (end - offset < ${size})`, thrown), ...reads], size };
}
