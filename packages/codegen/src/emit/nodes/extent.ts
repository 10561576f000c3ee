import { byteCount, varintSize } from '@bytewright/runtime/codec';
import type {
  ByteExtentIR,
  Expression,
  ExpressionExtent,
  FixedExtent,
  ListExtentIR,
  NumericNode,
  PaddedExtent,
  TerminatedExtent,
} from '@bytewright/schema-dsl/ir';
import {
  boundaryLabel,
  fieldsOf,
  hexBytes,
  integerTraits,
  numericTraits,
  operands,
  terminatorLabel,
  varintTraits,
} from '@bytewright/schema-dsl/ir';
import type { Code } from '../code.js';
import { block, call } from '../code.js';
import type { FunctionEmitter } from '../emitter.js';
import { freshName } from '../emitter.js';
import { emitExpression } from '../expressions/emit-expression.js';
import { described, encodeFailure, errorOffset, farFailure, need, noBoundary } from '../failures.js';
import { hexadecimal, quote } from '../names.js';
import { boundarySearch, searchArguments } from './boundary-search.js';
import { emitCount } from './count.js';
import { emitDecision } from './decision.js';
import { checkedInteger, setInteger } from './integer.js';
import type { SizeCode } from './node-emitter.js';
import { describeNumber, requireLength } from './require-length.js';
import { varint } from './varint.js';

/** How far bytes reach: numbers or expressions over variables. */
export interface ByteSpan {
  /** What the value is made of. */
  readonly size: string;
  /** The content, and the terminator or the fill behind it. */
  readonly whole: string;
  readonly code: Code;
}

/** Code that finds how many bytes the content takes; they are then there. */
export function emitByteExtent(extent: ByteExtentIR, emitter: FunctionEmitter): ByteSpan {
  switch (extent.kind) {
    case 'terminated':
      return emitTerminated(extent, emitter);
    case 'padded':
      return emitPadded(extent, emitter);
    default: {
      const { size, code } = emitContentSize(extent, emitter);
      return { size, whole: size, code };
    }
  }
}

function emitContentSize(
  extent: Exclude<ByteExtentIR, { kind: 'terminated' | 'padded' }>,
  emitter: FunctionEmitter,
): { readonly size: string; readonly code: Code } {
  switch (extent.kind) {
    case 'fixed':
      return {
        size: String(extent.size),
        code: extent.size === 0 ? [] : need(String(extent.size), bytesLabel(extent.size), emitter),
      };
    case 'expression':
    case 'prefix': {
      const { size, code } = emitCount(extent, 'Size', emitter);
      return {
        size,
        code: [...code, ...need(size, `${emitter.imports.runtime('byteCount')}(${size})`, emitter)],
      };
    }
    case 'end': {
      const size = freshName(emitter, `${emitter.hint}Size`);
      const { reserve } = extent;
      const code = [`const ${size} = ${emitter.end} - offset${reserve === 0 ? '' : ` - ${reserve}`};`];
      return {
        size,
        code: reserve === 0 ? code : [...need(String(reserve), bytesLabel(reserve), emitter), ...code],
      };
    }
    case 'until': {
      const size = freshName(emitter, `${emitter.hint}Size`);
      const budget = emitter.direction === 'read' && extent.boundaries.length > 1 ? ['input'] : [];
      return {
        size,
        code: [
          call(
            `const ${size} = `,
            boundarySearch(extent, emitter),
            ['bytes', 'view', 'offset', emitter.end, ...searchArguments(extent, emitter), ...budget],
            ' - offset;',
          ),
          ...block(
            `if (${size} < 0)`,
            noBoundary('offset', quote(boundaryLabel(extent)), `${emitter.end} - offset`, emitter),
          ),
        ],
      };
    }
  }
}

const bytesLabel = (size: number): string => quote(byteCount(size));

function emitTerminated(extent: TerminatedExtent, emitter: FunctionEmitter): ByteSpan {
  const size = freshName(emitter, `${emitter.hint}Size`);
  const args = ['bytes', 'offset', emitter.end, ...terminatorArguments(extent)];
  const missing = farFailure(
    'unexpected-end',
    'offset',
    quote(terminatorLabel(extent)),
    `\`none in \${${emitter.direction === 'match' ? '' : emitter.imports.runtime('byteCount')}(${emitter.end} - offset)}\``,
    emitter.end,
    emitter,
  );
  return {
    size,
    whole: `${size} + ${hexBytes(extent.terminator).length}`,
    code: [
      call(`const ${size} = `, emitter.imports.runtime('findTerminator'), args, ' - offset;'),
      ...block(`if (${size} < 0)`, missing),
    ],
  };
}

function emitPadded({ size: room, fill }: PaddedExtent, emitter: FunctionEmitter): ByteSpan {
  const { size: whole, code } = emitContentSize(room, { ...emitter, hint: `${emitter.hint}Room` });
  const size = freshName(emitter, `${emitter.hint}Size`);
  const args = ['bytes', 'offset', `offset + ${whole}`, byteArray(fill)];
  return {
    size,
    whole,
    code: [...code, call(`const ${size} = `, emitter.imports.runtime('trimFill'), args, ' - offset;')],
  };
}

/** A terminator, and the units in which it is looked for where they are not bytes. */
function terminatorArguments({ terminator, unit }: TerminatedExtent): readonly string[] {
  return [byteArray(terminator), ...(unit === 1 ? [] : [String(unit)])];
}

const byteArray = (digits: string): string => `[${hexBytes(digits).map(hexadecimal).join(', ')}]`;

/** What a value's bytes add up to where its extent says that, or `undefined` where the value does. */
export function emitOwnSize(
  extent: ByteExtentIR,
  emitter: FunctionEmitter,
): { readonly fixed: number; readonly code: Code } | undefined {
  if (extent.kind === 'fixed') return { fixed: extent.size, code: [] };
  return extent.kind === 'padded' ? emitSizeOf(extent.size, emitter) : undefined;
}

/** Adds up a size that has nothing to do with the value. */
export function emitSizeOf(
  extent: FixedExtent | ExpressionExtent,
  emitter: FunctionEmitter,
): { readonly fixed: number; readonly code: Code } {
  return extent.kind === 'fixed'
    ? { fixed: extent.size, code: [] }
    : { fixed: 0, code: [call('size += ', ...checkedSize(extent, errorOffset(emitter), emitter))] };
}

/** A call that checks a computed size. */
export function checkedSize(
  { size }: ExpressionExtent,
  at: string,
  emitter: FunctionEmitter,
): readonly [callee: string, args: readonly string[]] {
  return [emitter.imports.runtime('checkSize'), [emitExpression(size, emitter), at, quote(emitter.path)]];
}

/** Whether code that writes content has to know the content's size first. */
export function asksForSize(extent: ByteExtentIR, emitter: FunctionEmitter): boolean {
  if (extent.kind === 'expression') return !isOwnLength(extent.size, emitter);
  return extent.kind !== 'terminated' && extent.kind !== 'end';
}

/** Code that writes content of a size with `write`, and what its extent puts around it. */
export function emitWriteContent(
  extent: ByteExtentIR,
  size: string,
  write: Code,
  emitter: FunctionEmitter,
): Code {
  if (extent.kind !== 'terminated' && extent.kind !== 'padded')
    return [...emitWriteExtent(extent, size, emitter), ...write];
  const start = freshName(emitter, `${emitter.hint}Start`);
  const path = quote(emitter.path);
  if (extent.kind === 'terminated') {
    const [terminator = '', ...unit] = terminatorArguments(extent);
    const args = ['output', terminator, start, 'offset', path, ...unit];
    return [
      `const ${start} = offset;`,
      ...write,
      call('offset = ', emitter.imports.runtime('writeTerminator'), args),
    ];
  }
  const { size: room } = extent;
  const most = room.kind === 'fixed' ? String(room.size) : freshName(emitter, `${emitter.hint}Room`);
  const wanted =
    room.kind === 'fixed'
      ? quote(`length ${describeNumber(room.size)} at most`)
      : `\`length \${${described(most, emitter)}} at most\``;
  const args = ['output', byteArray(extent.fill), start, 'offset', `${start} + ${most}`, path];
  return [
    ...(room.kind === 'fixed' ? [] : [call(`const ${most} = `, ...checkedSize(room, 'offset', emitter))]),
    ...block(
      `if (${size} > ${most})`,
      encodeFailure('wrong-length', 'offset', wanted, `\`length \${${described(size, emitter)}}\``, emitter),
    ),
    `const ${start} = offset;`,
    ...write,
    call('offset = ', emitter.imports.runtime('writeFill'), args),
  ];
}

/**
 * Bytes in front of content whose size or count is a number or in a variable: those that are the same for all contents, and the
 * statements that add the others to `size`.
 */
export function prefixSize(
  { prefix }: { readonly kind: string; readonly prefix?: NumericNode },
  count: string,
  emitter: FunctionEmitter,
): SizeCode {
  if (prefix === undefined) return { fixed: 0, code: [] };
  if (prefix.kind === 'integer') return { fixed: integerTraits(prefix).size, code: [] };
  if (varintTraits(prefix).maxSize === 1) return { fixed: 1, code: [] };
  if (/^\d+$/.test(count)) return { fixed: varintSize(Number(count), prefix.encoding), code: [] };
  const measure = emitter.imports.runtime('varintSize');
  return { fixed: 0, code: [`size += ${measure}(${count}, ${quote(prefix.encoding)});`] };
}

/** Code that adds the bytes of content and of what is around it, given the call that measures the content. */
export function emitPrefixedSize(
  extent: ByteExtentIR | ListExtentIR,
  measure: string,
  unit: number,
  emitter: FunctionEmitter,
): SizeCode {
  const times = unit === 1 ? '' : ` * ${unit}`;
  const count = freshName(emitter, `${emitter.hint}${unit === 1 ? 'Size' : 'Count'}`);
  const { fixed: before, code } = prefixSize(extent, count, emitter);
  const fixed = before + (extent.kind === 'terminated' ? hexBytes(extent.terminator).length : 0);
  return code.length === 0
    ? { fixed, code: [`size += ${measure}${times};`] }
    : { fixed, code: [`const ${count} = ${measure};`, ...code, `size += ${count}${times};`] };
}

/** Code that writes what goes in front of the content and holds its length against what a decoder will take it to be. */
export function emitWriteExtent(
  extent: Exclude<ByteExtentIR, { kind: 'terminated' | 'padded' }>,
  size: string,
  emitter: FunctionEmitter,
): Code {
  switch (extent.kind) {
    case 'fixed':
      return requireLength(String(extent.size), size, emitter);
    case 'expression':
      return isOwnLength(extent.size, emitter)
        ? []
        : requireLength(emitExpression(extent.size, emitter), size, emitter, extent.size);
    case 'prefix':
      return emitWritePrefix(extent.prefix, size, emitter);
    case 'end':
      return [];
    case 'until': {
      const start = freshName(emitter, `${emitter.hint}Start`);
      const stop = freshName(emitter, `${emitter.hint}End`);
      const args = ['finished', 'finishedView', start, 'input.end', ...searchArguments(extent, emitter)];
      const budget = extent.boundaries.length > 1 ? ['input'] : [];
      const holds: Code = [
        call('const found = ', boundarySearch(extent, emitter), [...args, ...budget]),
        `return found === ${stop};`,
      ];
      return [
        `const ${start} = offset;`,
        `const ${stop} = offset + ${size};`,
        ...emitDecision(start, holds, emitter),
      ];
    }
  }
}

/** Whether a size is solved from a derived field that is computed from this very field, so that it cannot disagree. */
function isOwnLength(size: Expression, { struct, hint }: FunctionEmitter): boolean {
  const [source, ...others] = fieldsOf(size);
  const formula = struct.fields.find(
    (field) => field.name === source && field.visibility === 'derived',
  )?.encode;
  const isFormulaOfOne = formula !== undefined && [...fieldsOf(formula)].every((name) => name === hint);
  return others.length === 0 && isFormulaOfOne && mentionsExtent(formula);
}

function mentionsExtent(expression: Expression): boolean {
  return (
    expression.op === 'byteLength' || expression.op === 'count' || operands(expression).some(mentionsExtent)
  );
}

/** Code that writes a count or size. */
export function emitWritePrefix(prefix: NumericNode, size: string, emitter: FunctionEmitter): Code {
  const { max, bigint, label } = numericTraits(prefix);
  if (
    prefix.kind === 'integer' &&
    !bigint &&
    max < BigInt(Number.MAX_SAFE_INTEGER) &&
    numericTraits(prefix).min === 0n
  )
    return [
      setInteger(prefix, 'offset', checkedInteger(prefix, size, 'offset', emitter.path, emitter), emitter),
      `offset += ${integerTraits(prefix).size};`,
    ];
  const limit = max < BigInt(Number.MAX_SAFE_INTEGER) ? `0x${max.toString(16)}` : 'Number.MAX_SAFE_INTEGER';
  const small = max <= 255n ? String(max) : limit;
  const checked = `${emitter.imports.runtime('checkInteger')}(${size}, 0, ${small}, offset, ${quote(emitter.path)}, ${quote(label)})`;
  if (prefix.kind === 'varint') {
    // where the range is that of the prefix itself, writing checks it
    const number = prefix.encoding === 'uleb128' ? size : checked;
    return varint.write(prefix, bigint ? `BigInt(${checked})` : number, emitter);
  }
  const { size: width } = integerTraits(prefix);
  const written = bigint ? `BigInt(${checked})` : checked;
  return [setInteger(prefix, 'offset', written, emitter), `offset += ${width};`];
}
