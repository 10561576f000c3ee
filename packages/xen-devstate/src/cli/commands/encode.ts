import { CommandError, EXIT } from '@bytewright/cli';
import { isEncodeError } from '@bytewright/runtime';
import { DocumentError } from '@bytewright/schema-dsl/inspect';
import { parseDocument } from '../../edit/opened-document.js';
import type { Catalog } from '../../open/catalog.js';
import { catalogOfLayout } from '../../open/catalog-of-layout.js';
import { CATALOG_OPTION, catalogsOf } from '../catalog-option.js';
import { decodeUtf8 } from '../decode-utf8.js';
import { describeProblem } from '../describe-problem.js';
import { LAYOUT_OPTION, layoutOf } from '../layout-option.js';
import { LIMIT_OPTION, limitOf } from '../limit-option.js';
import { load, nameOf } from '../load.js';
import { OUTPUT_OPTION, outputOf } from '../output-option.js';
import type { Command } from '../session.js';
import { requireVerified } from '../writing/require-verified.js';
import { NO_BINARY, writeFile } from '../writing/write-file.js';

/** `devstate encode`: converts JSON back to a file. */
export const encode: Command = {
  operands: [{ name: 'FILE.json' }],
  about: `Converts a JSON document written by "devstate decode" back to a device-state file. Documents of version 1, which
have no device fields, are accepted too. A document with an unknown or missing member or a value of the wrong
type is refused, as is a state that would be decoded differently; nothing is written then. A document that was
decoded with a layout, or with a catalog in a folder, requires the same option again.

FILE.json may be gzip'd. - is standard input, and standard output for -o. Bytes are not written to a terminal.`,
  options: [
    OUTPUT_OPTION,
    {
      ...CATALOG_OPTION,
      value: 'FOLDER',
      help: 'the catalog written by devstate import that the document was decoded with',
    },
    LAYOUT_OPTION,
    LIMIT_OPTION,
  ],
  exitCodes: {
    0: 'encoded',
    1: 'the document has a problem',
    2: 'wrong usage, or a file that cannot be read',
  },

  async run(args, session) {
    const file = args.operand(0);
    const output = outputOf(args);
    if (output === undefined && session.out.isTerminal) throw new CommandError(NO_BINARY);
    const { bytes, error } = await load(file, limitOf(args), session.host);
    if (error !== undefined) throw new CommandError(describeProblem(file, error), EXIT.no);
    const layout = await layoutOf(args);
    const others = [
      ...((await catalogsOf(args)) ?? []),
      ...(layout === undefined ? [] : [catalogOfLayout(layout)]),
    ];
    const encoded = await encodeText(file, bytes, others);
    const limits = { inputSize: Math.max(limitOf(args), encoded.length) };
    await requireVerified(encoded, others.length === 0 ? { limits } : { limits, catalogs: others });
    if (output === undefined) await session.out.write(encoded);
    else await writeFile(output, encoded, { madeFrom: file, files: session.host.files });
    return EXIT.yes;
  },
};

async function encodeText(
  file: string,
  bytes: Uint8Array,
  catalogs: readonly Catalog[],
): Promise<Uint8Array> {
  try {
    const { encode: encodeValue } = await parseDocument(decodeUtf8(bytes), catalogs);
    return encodeValue();
  } catch (error) {
    if (!isEncodeError(error) && !(error instanceof DocumentError)) throw error;
    throw new CommandError(`${nameOf(file)}: ${error.message}`, EXIT.no);
  }
}
