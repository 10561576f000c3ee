import { toConstant } from '../ir/expression.js';
import type { EnumerationMember, EnumerationNode } from '../ir/nodes/enumeration.js';
import { isNumeric, numericTraits } from '../ir/nodes/numeric.js';
import { quoteName } from '../ir/printable.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Definition } from '../language/definition.js';
import { describeDefinition } from '../language/describe-argument.js';
import type { LowerContext } from './lower.js';
import { lower } from './lower.js';
import { isObjectName } from './member-names.js';

/** An enumeration: each member has a unique name and a unique number. */
export function lowerEnumeration(
  definition: Extract<Definition, { kind: 'enumeration' }>,
  context: LowerContext,
): EnumerationNode {
  const { path } = context;
  const node = lower(definition.node, { ...context, open: undefined });
  const isBits = node.kind === 'bits' && node.type !== 'boolean';
  if (!isNumeric(node) && !isBits)
    throw new SchemaError(
      'wrong-base',
      path,
      `names the numbers of ${describeDefinition(definition.node.definition)}, which is not an integer; use an integer node, such as u8`,
    );
  const members: EnumerationMember[] = [];
  for (const [name, value] of Object.entries(definition.members)) {
    checkName(name, path);
    checkValue(name, value, node, path);
    const constant = toConstant(value);
    const other = members.find((member) => JSON.stringify(member.value) === JSON.stringify(constant));
    if (other !== undefined)
      throw new SchemaError(
        'duplicate-number',
        path,
        `${other.name} and ${name} are both ${String(value)}; keep one name`,
      );
    members.push({ name, value: constant });
  }
  if (members.length === 0)
    throw new SchemaError(
      'no-alternatives',
      path,
      'is an enumeration without members; add one, or use the integer',
    );
  return { kind: 'enumeration', node, members, ...(definition.isOpen ? { open: true as const } : {}) };
}

function checkName(name: string, path: string): void {
  if (name === '')
    throw new SchemaError(
      'invalid-name',
      path,
      'a member has an empty name, which messages could not show; name it',
    );
  if (/^[-+]?\d+$/.test(name))
    throw new SchemaError(
      'invalid-name',
      path,
      `the member name ${quoteName(name)} looks like a number, but members are written { name: number }; use a word`,
    );
  if (isObjectName(name))
    throw new SchemaError(
      'reserved-name',
      path,
      `the member name ${name} has a special meaning for JavaScript objects; choose another`,
    );
}

function checkValue(name: string, value: unknown, node: EnumerationNode['node'], path: string): void {
  const { bigint, min, max, label } = numericTraits(node);
  const isInteger = bigint
    ? typeof value === 'bigint'
    : typeof value === 'number' && Number.isInteger(value) && !Object.is(value, -0);
  const text = typeof value === 'bigint' ? `${value}n` : Object.is(value, -0) ? '-0' : String(value);
  if (!isInteger) {
    const wanted = bigint ? 'a bigint, such as 1n' : 'an integer, such as 1';
    throw new SchemaError(
      'number-out-of-range',
      path,
      `the member ${name} is ${text}, but ${label} holds ${bigint ? 'bigints' : 'integers'}; use ${wanted}`,
    );
  }
  const number = BigInt(value as number | bigint); // an integer, as checked above
  if (number < min || number > max)
    throw new SchemaError(
      'number-out-of-range',
      path,
      `the member ${name} is ${text}, which ${label} cannot hold; use ${min} to ${max}`,
    );
}
