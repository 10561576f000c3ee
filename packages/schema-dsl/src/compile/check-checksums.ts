import { childrenOf, visitNodes } from '../ir/analysis/children.js';
import { fieldNode, scalarTypeOfNode } from '../ir/analysis/field-node.js';
import { scalarTypeOf } from '../ir/analysis/scalar-type.js';
import { structNamed } from '../ir/analysis/struct-named.js';
import { virtualHeaders, virtualValues } from '../ir/analysis/virtual-values.js';
import type { ChecksumIR, VirtualIR } from '../ir/checksum.js';
import { describeNode } from '../ir/describe-node.js';
import type { Expression } from '../ir/expression.js';
import { fieldsOf, offsetsIn, operands } from '../ir/expression.js';
import type { NodeIR } from '../ir/node.js';
import { integerTraits } from '../ir/nodes/integer.js';
import type { SchemaIR, StructIR } from '../ir/schema.js';
import { SchemaError } from '../ir/schema-error.js';
import { checkChecksumResult } from './check-checksum-result.js';
import type { Faults } from './faults.js';

/**
 * A checksum's field has a fixed size and can hold the algorithm's result, nothing else is derived from it, and any virtual
 * header that it covers has a fixed layout.
 */
export function checkChecksums(struct: StructIR, ir: SchemaIR, faults: Faults): void {
  const { checksums = [] } = struct;
  faults.each(checksums, (checksum) => {
    checkField(checksum, struct);
    checkChecksumResult(checksum, struct);
  });
  faults.each(virtualHeaders(struct), (header) => checkHeader(header, struct, ir));
  const held = new Set(checksums.map(({ field }) => field));
  faults.each(expressionsOf(struct), (expression) => {
    for (const used of valuesIn(expression)) {
      if (held.has(used)) {
        throw new SchemaError(
          'checksum-cycle',
          `${struct.name}.${used}`,
          'is a checksum, which is known only once its bytes are, so nothing else can be derived from it; derive the other field from something else',
        );
      }
    }
  });
}

function checkField({ field, algorithm }: ChecksumIR, struct: StructIR): void {
  const path = `${struct.name}.${field}`;
  const node = struct.fields.find(({ name }) => name === field)?.node;
  if (node?.kind === 'bytes' && node.extent.kind === 'fixed' && typeof algorithm !== 'string') return;
  const found = node === undefined ? 'missing' : describeNode(node);
  if (node?.kind !== 'integer')
    throw new SchemaError(
      'wrong-checksum-field',
      path,
      typeof algorithm === 'string'
        ? `${algorithm}() returns a number, but the field is ${found}; make it an integer, such as u32be`
        : `a checksum is an integer, or bytes of a fixed size, but the field is ${found}; make it one of these, such as bytes(4)`,
    );
  if (typeof algorithm !== 'string') return;
  const { size, signed } = integerTraits(node);
  const wanted = algorithm === 'crc32' ? 4 : 2;
  if (size !== wanted || signed)
    throw new SchemaError(
      'wrong-checksum-field',
      path,
      `${algorithm}() returns an unsigned integer of ${8 * wanted} bits, which ${node.type} is not; use u${8 * wanted}be or u${8 * wanted}le`,
    );
}

function checkHeader({ struct: name, values }: VirtualIR, struct: StructIR, ir: SchemaIR): void {
  const header = structNamed(name, ir.structs);
  const path = `${struct.name}, virtual ${name}`;
  for (const field of header.fields) {
    const scalar = field.visibility === 'value' && isFixedScalar(field.node);
    if (!scalar && field.visibility !== 'constant')
      throw new SchemaError(
        'wrong-virtual-header',
        `${path}.${field.name}`,
        `a virtual header holds integers, booleans and constants only, but this is ${describeNode(field.node)}; remove it from ${name}`,
      );
    const given = values.find((candidate) => candidate.field === field.name);
    if (scalar !== (given !== undefined))
      throw new SchemaError(
        'wrong-virtual-header',
        `${path}.${field.name}`,
        scalar
          ? `has no value; add one: virtual(${name}, { ${field.name}: … })`
          : 'is a constant, so it already has its value; omit it from virtual(…)',
      );
    if (given !== undefined) checkValue(given.value, field.node, `${path}.${field.name}`, struct, ir);
  }
  for (const { field } of values) {
    if (!header.fields.some((candidate) => candidate.name === field))
      throw new SchemaError(
        'unknown-field',
        `${path}.${field}`,
        `${name} has no such field; use one of ${header.fields.map((candidate) => candidate.name).join(', ')}`,
      );
  }
  if (header.checks.length > 0)
    throw new SchemaError(
      'wrong-virtual-header',
      path,
      `${name} has relations, which are not enforced for a virtual header; use a struct without where()`,
    );
}

const isFixedScalar = (node: NodeIR): boolean => node.kind === 'integer' || node.kind === 'boolean';

function checkValue(
  value: Expression,
  node: NodeIR,
  path: string,
  struct: StructIR,
  { structs }: SchemaIR,
): void {
  const type = scalarTypeOf(value, (route) => {
    const found = fieldNode(struct, route, structs);
    return found && scalarTypeOfNode(found.node);
  });
  const wanted = scalarTypeOfNode(node);
  if (type !== undefined && type !== wanted)
    throw new SchemaError('type-mismatch', path, `expected a ${wanted}, found a ${type}; pass a ${wanted}`);
  if (offsetsIn(value).size > 0)
    throw new SchemaError(
      'wrong-virtual-header',
      path,
      'a virtual header is not in the input, so it has no offsets; use a length or a value',
    );
  for (const route of routesIn(value)) {
    if (fieldNode(struct, route, structs)?.isMaybeAbsent)
      throw new SchemaError(
        'absent-value',
        path,
        `is computed from ${route.join('.')}, which may be absent; use a field that is always present`,
      );
  }
  for (const used of fieldsOf(value)) {
    const visibility = struct.fields.find(({ name }) => name === used)?.visibility;
    if (visibility === 'peek' || visibility === 'assertion')
      throw new SchemaError(
        'peek-only',
        path,
        `is computed from ${used}, which is only looked ahead at; use a field that is consumed`,
      );
  }
}

function routesIn(expression: Expression): readonly (readonly string[])[] {
  const own = expression.op === 'field' ? [expression.path] : [];
  return [...own, ...operands(expression).flatMap(routesIn)];
}

/** The fields whose values, rather than sizes, an expression reads. */
function valuesIn(expression: Expression): readonly string[] {
  return routesIn(expression).flatMap((route) => route.slice(0, 1));
}

function expressionsOf(struct: StructIR): readonly Expression[] {
  const found: Expression[] = [...virtualValues(struct), ...struct.checks.map(({ holds }) => holds)];
  for (const { encode, node } of struct.fields) {
    if (encode !== undefined) found.push(encode);
    visitNodes(node, (inner) => found.push(...childrenOf(inner).expressions));
  }
  return found;
}
