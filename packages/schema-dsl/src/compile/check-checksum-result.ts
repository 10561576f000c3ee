import type { ChecksumIR } from '../ir/checksum.js';
import { integerTraits } from '../ir/nodes/integer.js';
import type { StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import { externalFunction } from '../language/external.js';

/**
 * A user-supplied checksum function must return what its field holds, or every input would be rejected. This is tested by
 * calling it with no bytes, as any checksum is defined for those. If it throws, or returns something that no field holds,
 * nothing is concluded.
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
    `${algorithm.export} of ${algorithm.module} returns ${found}, but the field holds ${wanted}; return ${wanted}, or use a field that holds ${found}`,
  );
}

/** The kind of value that a function returns for no bytes; `undefined` if that cannot be told. */
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
