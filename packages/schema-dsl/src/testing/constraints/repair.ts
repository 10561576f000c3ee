import { contentOfNode } from '../../ir/analysis/content.js';
import { fieldNode } from '../../ir/analysis/field-node.js';
import type { Expression } from '../../ir/expression.js';
import { bitsTraits } from '../../ir/nodes/bits.js';
import { isNumeric, numericTraits } from '../../ir/nodes/numeric.js';
import { conjuncts } from './constraint.js';
import type { GenerationScope } from './generation-scope.js';
import { sizeOfText } from './size-of-text.js';
import { withMember } from './with-member.js';

/**
 * Corrects parts of a struct's value that a check requires to be equal to something, such as the size of a directory that is
 * repeated at the end of an archive, or a table that is stored twice: random values would almost never match. The encoder
 * rejects values that are still inconsistent.
 */
export function repair(holds: Expression, scope: GenerationScope): void {
  for (const part of conjuncts(holds)) {
    if (part.op !== 'eq' || !scope.isKnown(part) || scope.evaluate(part) === true) continue;
    if (!setTo(part.left, scope.evaluate(part.right), scope)) {
      setTo(part.right, scope.evaluate(part.left), scope);
    }
  }
}

/** Stores a number, a text or a copy where an expression reads it; `false` if it reads nothing there, or another type. */
function setTo(target: Expression, wanted: unknown, scope: GenerationScope): boolean {
  if (target.op === 'toNumber' && Number.isSafeInteger(wanted))
    return setTo(target.of, BigInt(wanted as number), scope);
  if (target.op !== 'field') return false;
  const [head = '', ...rest] = target.path;
  const node = fieldNode(scope.struct, target.path, scope.structs)?.node;
  if (node === undefined || !(head in scope.value)) return false;
  if (contentOfNode(node) !== undefined && typeof wanted === 'object') {
    scope.value[head] = withMember(scope.value[head], rest, (old) =>
      typeof old === 'object' ? wanted : old,
    );
    return true;
  }
  if (node.kind === 'string') {
    if (typeof wanted !== 'string' || sizeOfText(wanted, node.encoding) === undefined) return false;
    scope.value[head] = withMember(scope.value[head], rest, (old) =>
      typeof old === 'string' ? wanted : old,
    );
    return true;
  }
  const traits = node.kind === 'bits' ? bitsTraits(node) : isNumeric(node) ? numericTraits(node) : undefined;
  if (traits === undefined) return false;
  const { bigint, min, max } = traits;
  if (typeof wanted !== (bigint ? 'bigint' : 'number')) return false;
  const number = wanted as number | bigint;
  if (number < min || number > max) return false;
  scope.value[head] = withMember(scope.value[head], rest, (old) =>
    typeof old === typeof number ? number : old,
  );
  return true;
}
