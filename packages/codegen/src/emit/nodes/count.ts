import type { ByteExtentIR, Expression } from '@bytewright/schema-dsl/ir';
import {
  bitFieldOf,
  bitsTraits,
  integerTraits,
  isNumeric,
  numericTraits,
  valueLabel,
} from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { emitExpression } from '../expressions/emit-expression.js';
import { decodeFailure, described, need } from '../failures.js';
import { quote, template } from '../names.js';
import { getInteger, numberLabel, refuseUnsafe } from './integer.js';
import { findVarint } from './varint.js';

/** Code that finds a count or size that is computed or written in front. */
export function emitCount(
  extent: Extract<ByteExtentIR, { kind: 'expression' | 'prefix' }>,
  suffix: 'Size' | 'Count',
  emitter: FunctionEmitter,
): { readonly size: string; readonly code: Code } {
  const known = extent.kind === 'expression' ? localOf(extent.size, emitter) : undefined;
  if (known !== undefined) return { size: known, code: [] };
  const size = freshName(emitter, `${emitter.hint}${suffix}`);
  const label = extent.kind === 'expression' ? valueLabel(extent.size) : '';
  const invalid = (at: string): Code =>
    block(
      `if (!${emitter.imports.runtime('isSize')}(${size}))`,
      decodeFailure(
        'invalid-value',
        at,
        "'a size, an integer of 0 to 9007199254740991'",
        template([label, { expression: described(size, emitter) }]),
        emitter,
      ),
    );
  if (extent.kind === 'expression') {
    const isPlain = isUnsignedField(extent.size, emitter);
    const declared = `const ${size} = ${emitExpression(extent.size, emitter)};`;
    return { size, code: [declared, ...(isPlain ? [] : invalid('offset'))] };
  }
  const { min, bigint } = numericTraits(extent.prefix);
  const isPlain = min === 0n && !bigint;
  if (extent.prefix.kind === 'varint') {
    const { end, code, value } = findVarint(extent.prefix, { ...emitter, hint: `${emitter.hint}${suffix}` });
    return {
      size,
      code: [
        ...code,
        `const ${size} = ${bigint ? `Number(${value})` : value};`,
        ...(isPlain ? [] : invalid('offset')),
        `offset = ${end};`,
      ],
    };
  }
  const { size: width } = integerTraits(extent.prefix);
  const read = getInteger(extent.prefix, 'offset', emitter);
  return {
    size,
    code: [
      ...need(String(width), quote(numberLabel(extent.prefix.type, width)), emitter),
      `const ${size} = ${bigint ? `Number(${read})` : read};`,
      ...refuseUnsafe(extent.prefix, size, emitter),
      ...(isPlain ? [] : invalid('offset')),
      `offset += ${width};`,
    ],
  };
}

/** The variable that holds a size already: that of a field which can hold nothing else. */
function localOf(expression: Expression, emitter: FunctionEmitter): string | undefined {
  if (expression.op !== 'field' || !isUnsignedField(expression, emitter)) return undefined;
  return emitter.locals.get(expression.path[0] ?? '');
}

/** Whether an expression is a field that can hold nothing but sizes. */
function isUnsignedField(expression: Expression, { struct }: FunctionEmitter): boolean {
  if (expression.op !== 'field' || expression.path.length !== 1) return false;
  const node = struct.fields.find((field) => field.name === expression.path[0])?.node;
  const bits = node && node.kind !== 'enumeration' ? bitFieldOf(node) : undefined;
  if (bits !== undefined) return bits.type === 'unsigned' && !bitsTraits(bits).bigint;
  if (node === undefined || !isNumeric(node)) return false;
  const { min, bigint } = numericTraits(node);
  return min === 0n && !bigint;
}
