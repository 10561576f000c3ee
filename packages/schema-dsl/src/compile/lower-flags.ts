import type { FlagMember, FlagsNode } from '../ir/nodes/flags.js';
import { UNKNOWN_BITS } from '../ir/nodes/flags.js';
import { isNumeric, numericTraits } from '../ir/nodes/numeric.js';
import { SchemaError } from '../ir/schema-error.js';
import type { Definition } from '../language/definition.js';
import { describeDefinition } from '../language/describe-argument.js';
import type { LowerContext } from './lower.js';
import { lower } from './lower.js';
import { checkMemberName } from './member-names.js';

/** A flag set: each flag has a name, and a unique bit within the integer. */
export function lowerFlags(
  { node: author, names, isStrict }: Extract<Definition, { kind: 'flags' }>,
  context: LowerContext,
): FlagsNode {
  const { path } = context;
  const node = lower(author, { ...context, open: undefined });
  if (!isNumeric(node))
    throw new SchemaError(
      'wrong-base',
      path,
      `names the bits of ${describeDefinition(author.definition)}, which is not an integer; use an integer node, such as u8`,
    );
  const { min, max, label } = numericTraits(node);
  if (min < 0n)
    throw new SchemaError(
      'wrong-base',
      path,
      `names the bits of ${label}, which is signed; use the unsigned integer`,
    );
  const width = max.toString(2).length;
  const flags: FlagMember[] = [];
  for (const [name, bit] of Object.entries(names) as readonly (readonly [string, unknown])[]) {
    checkMemberName(name, path, 'member');
    if (name === UNKNOWN_BITS)
      throw new SchemaError(
        'reserved-name',
        path,
        `a flag cannot be called ${name}: that member holds the unnamed bits; choose another name`,
      );
    if (typeof bit !== 'number' || !Number.isInteger(bit) || bit < 0 || bit >= width)
      throw new SchemaError(
        'number-out-of-range',
        path,
        `the flag ${name} is bit ${String(bit)}, but ${label} has bits 0 to ${width - 1}; use one of these`,
      );
    const other = flags.find((flag) => flag.bit === bit);
    if (other !== undefined)
      throw new SchemaError(
        'duplicate-number',
        path,
        `${other.name} and ${name} are both bit ${bit}; keep one name`,
      );
    flags.push({ name, bit });
  }
  if (flags.length === 0)
    throw new SchemaError(
      'no-alternatives',
      path,
      'is a flag set without flags; add one, or use the integer',
    );
  return { kind: 'flags', node, flags, ...(isStrict ? { strict: true as const } : {}) };
}
