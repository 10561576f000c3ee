import { EXIT, printable } from '@bytewright/cli';
import type { Field } from '@bytewright/schema-dsl/inspect';
import { floatToJson, hexOf, printJson, valueToJson } from '@bytewright/schema-dsl/inspect';
import { selectOne } from '../../open/select.js';
import { LIMIT_OPTION } from '../limit-option.js';
import { OPEN_OPTIONS, openInput } from '../open-input.js';
import type { Command } from '../session.js';
import { withPathErrors } from '../with-path-errors.js';

/** `devstate get`: prints one value. */
export const get: Command = {
  operands: [{ name: 'FILE' }, { name: 'PATH' }],
  about: `Prints one value: a number in decimal, text as it is, bytes in hexadecimal, anything else as JSON. An absent
field is printed as none. "devstate set" accepts this output as a value.

PATH is the path of one field, as in "devstate show": mc146818rtc.cmosData[9], cpu#1.env.eip,
sections[3].versionId.

FILE may be gzip'd. - is standard input.`,
  options: [
    { name: 'json', help: 'print the value as "devstate decode" does' },
    ...OPEN_OPTIONS,
    LIMIT_OPTION,
  ],
  exitCodes: {
    0: 'printed',
    1: 'the file has a problem',
    2: 'wrong usage (including an unknown path), or a file that cannot be read',
  },

  async run(args, session) {
    const input = await openInput(args.operand(0), args, session);
    const field = withPathErrors(() => fieldAt(selectOne(input.sections, args.operand(1))));
    const plain = args.has('json') ? undefined : plainText(field.value);
    if (plain !== undefined) await session.out.line(plain);
    else {
      await session.out.pieces(printJson(jsonOf(field)));
      await session.out.line();
    }
    return EXIT.yes;
  },
};

/** An absent field is null, even if a document would leave it out, such as the device of a section that has none. */
function jsonOf({ node, value, structs, path }: Field): ReturnType<typeof valueToJson> {
  return value === undefined ? null : valueToJson(node, value, structs, path);
}

/** The value of a whole section is its state, or its payload. */
function fieldAt({ section, field }: ReturnType<typeof selectOne>): Field {
  if (field !== undefined) return field;
  const [last] = section.fields().slice(-1);
  if (last === undefined) throw new TypeError('A section has fields');
  return last;
}

function plainText(value: unknown): string | undefined {
  switch (typeof value) {
    case 'undefined':
      return 'none';
    case 'number':
      return String(floatToJson(value));
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'string':
      return printable(value);
    default:
      return value instanceof Uint8Array ? hexOf(value) : undefined;
  }
}
