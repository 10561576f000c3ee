import { isUtf16 } from '@bytewright/runtime/codec';
import type { PaddedExtent, TerminatedExtent } from '../ir/extent.js';
import type { TextEncoding } from '../ir/nodes/string.js';
import { SchemaError } from '../ir/schema-error.js';
import type { ExtentDefinition, SizeDefinition } from '../language/definition.js';

type Ending<K extends ExtentDefinition['kind']> = Extract<ExtentDefinition, { kind: K }>;

/** A terminator as bytes, in whole code units of the encoding. */
export function lowerTerminated(
  { terminator }: Ending<'terminated'>,
  encoding: TextEncoding | undefined,
  path: string,
): TerminatedExtent {
  const unit = unitOf(encoding);
  const hex = terminator ?? '00'.repeat(unit);
  if ((hex.length / 2) % unit !== 0) {
    throw new SchemaError(
      'invalid-terminator',
      path,
      `${encoding} has two-byte code units, so ${hex} cannot end it; use whole code units, or cstring for a zero`,
    );
  }
  return { kind: 'terminated', terminator: hex, unit };
}

/** A fill as bytes, in the byte order of the encoding. */
export function lowerPadded(
  { size, fill }: Ending<'padded'>,
  encoding: TextEncoding | undefined,
  path: string,
): PaddedExtent {
  checkUnits(size, encoding, path);
  const unit = unitOf(encoding);
  if (unit === 1 && fill > 0xff)
    throw new SchemaError(
      'invalid-fill',
      path,
      `the fill ${fill} is not a byte, and only utf-16 has larger code units; use 0 to 255`,
    );
  if (unit === 2 && fill >= 0xd800 && fill <= 0xdfff)
    throw new SchemaError(
      'invalid-fill',
      path,
      'the fill is half a surrogate pair, so no text can safely precede it; use a code unit that is a character, such as 0 or 0x20',
    );
  const digits = fill.toString(16).padStart(2 * unit, '0');
  return {
    kind: 'padded',
    size,
    fill: encoding === 'utf-16le' ? digits.slice(2) + digits.slice(0, 2) : digits,
  };
}

/** UTF-16 never takes an odd number of bytes. */
export function checkUnits(size: SizeDefinition, encoding: TextEncoding | undefined, path: string): void {
  if (size.kind === 'fixed' && size.size % unitOf(encoding) !== 0)
    throw new SchemaError(
      'invalid-size',
      path,
      `sizes are in bytes, and ${encoding} text never takes ${size.size}; make it even`,
    );
}

function unitOf(encoding: TextEncoding | undefined): 1 | 2 {
  return encoding !== undefined && isUtf16(encoding) ? 2 : 1;
}
