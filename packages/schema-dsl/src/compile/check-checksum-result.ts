import type { ChecksumIR } from '../ir/checksum.js';
import { integerTraits } from '../ir/nodes/integer.js';
import type { StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import { externalFunction } from '../language/external.js';

/**
 * What a function of the author's gives as a checksum is what its field holds, or every input would be refused. That shows
 * where it is called: with no bytes, of which any checksum has one. Where it throws then, or gives something that no field
 * holds, nothing is known of it.
 */
export function checkChecksumResult({ field, algorithm }: ChecksumIR, struct: StructIR): void {
  if (typeof algorithm === 'string') return;
  const node = struct.fields.find(({ name }) => name === field)?.node;
  const wanted =
    node?.kind === 'integer'
      ? integerTraits(node).bigint
        ? 'a bigint'
        : 'a number'
      : node?.kind === 'bytes' && node.extent.kind === 'fixed'
        ? 'bytes'
        : undefined;
  const found = resultOf(algorithm);
  if (wanted === undefined || found === undefined || found === wanted) return;
  throw new SchemaError(
    'wrong-checksum-field',
    `${struct.name}.${field}`,
    `${algorithm.export} of ${algorithm.module} gives ${found}, and the field holds ${wanted}; return ${wanted}, or give the checksum a field that holds ${found}`,
  );
}

/** What kind of value a function gives for no bytes; `undefined` where that shows nothing. */
function resultOf(algorithm: Exclude<ChecksumIR['algorithm'], string>): string | undefined {
  let result: unknown;
  try {
    result = externalFunction(algorithm)(new Uint8Array(0));
  } catch {
    return undefined; // it needs more bytes, or is registered later
  }
  if (result instanceof Uint8Array) return 'bytes';
  return typeof result === 'bigint' || typeof result === 'number' ? `a ${typeof result}` : undefined;
}
