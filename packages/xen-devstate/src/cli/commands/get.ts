import type { Field } from '@bytewright/schema-dsl/inspect';
import { floatToJson, hexOf, printJson, valueToJson } from '@bytewright/schema-dsl/inspect';
import { selectOne } from '../../open/select.js';
import { readArguments } from '../arguments.js';
import { CommandError, EXIT } from '../command-error.js';
import { COMMON_HELP } from '../common-help.js';
import { OPEN_HELP, OPEN_OPTIONS, openInput } from '../open-input.js';
import { printable } from '../printable.js';
import type { Command } from '../session.js';
import { showHelp } from '../show-help.js';
import { withPathErrors } from '../with-path-errors.js';

/** `devstate get`: one value. */
export const get: Command = {
  help: `Usage: devstate get FILE PATH [--json] [--catalog NAME | --layout OTHER] [--limit SIZE]

Prints one value: a number in base 10, text as it is, bytes in base 16, anything else as JSON. What is not there is
none. "devstate set" takes what this prints.

PATH is that of one field, as in "devstate show": mc146818rtc.cmosData[9], cpu#1.env.eip, sections[3].versionId.

FILE may be gzip'd. - is standard input.

      --json        print it as it is in a document of "devstate decode"
${OPEN_HELP}
${COMMON_HELP}

Exit codes: 0 fine, 1 the file has a problem, 2 wrong usage (also a path that leads nowhere) or unreadable file.`,

  async run(argv, session) {
    const args = readArguments(argv, { json: { type: 'boolean' }, ...OPEN_OPTIONS });
    if (args.asks !== undefined) return showHelp(this, args.asks, session);
    const [file, path, ...others] = args.files;
    if (file === undefined) throw new CommandError('FILE is missing');
    if (path === undefined) throw new CommandError('PATH is missing');
    if (others.length > 0)
      throw new CommandError(`one PATH at a time, not also ${printable(others.join(' '))}`);
    const input = await openInput(file, args, session);
    const field = withPathErrors(() => fieldAt(selectOne(input.sections, path)));
    const plain = args.has('json') ? undefined : plainText(field.value);
    if (plain !== undefined) await session.out.line(plain);
    else {
      await session.out.pieces(printJson(jsonOf(field)));
      await session.out.line();
    }
    return EXIT.ok;
  },
};

/** What is not there is null, also where a document would leave it out, as the device of a section that none is known for. */
function jsonOf({ node, value, structs, path }: Field): ReturnType<typeof valueToJson> {
  return value === undefined ? null : valueToJson(node, value, structs, path);
}

/** A whole section's value is its state, or its payload. */
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
