import type { CustomType } from '@bytewright/runtime';
import {
  checkBigint,
  checkBoolean,
  checkBooleanByte,
  checkBytes,
  checkedVarintSize,
  checkFloat,
  checkFloatOrNaN,
  checkInteger,
  checkList,
  checkObject,
  checkScalar,
  checkTypedArray,
  paddedVarintSize,
  textSize,
} from '@bytewright/runtime/codec';
import type { EncodeSource, SourceStep } from '../ir/analysis/encode-sources.js';
import { encodeSources } from '../ir/analysis/encode-sources.js';
import type { NodeIR } from '../ir/node.js';
import { floatTraits } from '../ir/nodes/float.js';
import { integerTraits } from '../ir/nodes/integer.js';
import { isNumberElement, typedArrayOf } from '../ir/nodes/typed-array-of.js';
import type { StructIR } from '../ir/schema.js';
import type { EncodeContext } from './encode-context.js';
import { checkBits } from './nodes/bits.js';
import { numberOf } from './nodes/enumeration.js';
import { numberOfFlags } from './nodes/flags.js';

/** Checks that the values that derived fields and parameters are computed from have the right types. */
export function checkSources(struct: StructIR, value: object, encoding: EncodeContext): void {
  for (const source of encodeSources(struct, encoding.structs)) checkSource(source, value, encoding);
}

function checkSource(source: EncodeSource, value: object, encoding: EncodeContext): void {
  const [step, ...rest] = source as readonly [SourceStep, ...SourceStep[]]; // at least one step
  const part: unknown = Reflect.get(value, step.name);
  if (part === undefined && step.isMaybeAbsent) return;
  encoding.at(step.name, () => {
    if (step.each !== undefined) checkElements(step.each, part, encoding);
    else if (rest.length === 0) checkPart(step.node, part, encoding);
    else checkSource(rest, encoding.object(part), encoding);
  });
}

function checkElements(members: readonly EncodeSource[], list: unknown, encoding: EncodeContext): void {
  const items = encoding.list(list);
  for (let i = 0; i < items.length; i++) {
    encoding.at(i, () => {
      const item = checkObject(items[i], encoding.errorOffset, encoding.here);
      for (const member of members) checkSource(member, item, encoding);
    });
  }
}

function checkPart(node: NodeIR, value: unknown, encoding: EncodeContext): void {
  const { errorOffset, here } = encoding;
  switch (node.kind) {
    case 'integer': {
      const { bigint, min, max } = integerTraits(node);
      if (bigint) checkBigint(value, min, max, errorOffset, here, node.type);
      else checkInteger(value, Number(min), Number(max), errorOffset, here, node.type);
      break;
    }
    case 'float': {
      const check = node.preserve ? checkFloatOrNaN : checkFloat;
      check(value, floatTraits(node).size, errorOffset, here, node.type);
      break;
    }
    case 'varint': {
      const { encoding, bits, preserve } = node;
      (preserve ? paddedVarintSize : checkedVarintSize)(value, encoding, bits, errorOffset, here);
      break;
    }
    case 'bits':
      checkBits(node, value, errorOffset, encoding);
      break;
    case 'flags':
      numberOfFlags(node, value, encoding);
      break;
    case 'enumeration':
      checkPart(node.node, numberOf(node, value, errorOffset, here), encoding);
      break;
    case 'boolean':
      (node.preserve ? checkBooleanByte : checkBoolean)(value, errorOffset, here);
      break;
    case 'custom':
      checkScalar(value, node.type as CustomType, errorOffset, here); // without a type, nothing is computed from it
      break;
    case 'lookahead':
      checkBoolean(value, errorOffset, here);
      break;
    case 'string':
      textSize(value, node.encoding, here, errorOffset);
      break;
    case 'bytes':
      checkBytes(value, errorOffset, here);
      break;
    case 'list':
      if (isNumberElement(node.element))
        checkTypedArray(value, typedArrayOf(node.element).name, errorOffset, here);
      else checkList(value, errorOffset, here);
      break;
    case 'union':
      checkObject(value, errorOffset, here);
      break;
    default:
  }
}
