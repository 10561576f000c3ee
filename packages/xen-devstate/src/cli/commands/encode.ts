import { isEncodeError } from '@bytewright/runtime';
import { DocumentError } from '@bytewright/schema-dsl/inspect';
import { parseDocument } from '../../edit/opened-document.js';
import type { Catalog } from '../../open/catalog.js';
import { catalogOfLayout } from '../../open/catalog-of-layout.js';
import { onlyFile, outputOf, readArguments } from '../arguments.js';
import { CATALOG_OPTION, catalogsOf } from '../catalog-option.js';
import { CommandError, EXIT } from '../command-error.js';
import { COMMON_HELP } from '../common-help.js';
import { decodeUtf8 } from '../decode-utf8.js';
import { describeProblem } from '../describe-problem.js';
import { LAYOUT_HELP, LAYOUT_OPTION, layoutOf } from '../layout-option.js';
import { load, nameOf } from '../load.js';
import type { Command } from '../session.js';
import { showHelp } from '../show-help.js';
import { requireVerified } from '../writing/require-verified.js';
import { NO_BINARY, writeFile } from '../writing/write-file.js';

/** `devstate encode`: JSON as a file again. */
export const encode: Command = {
  help: `Usage: devstate encode FILE.json [-o OUT] [--catalog FOLDER] [--layout OTHER] [--limit SIZE]

Writes the device-state file that a JSON document of "devstate decode" describes, also one of version 1, which has
no fields of devices. A document with an unknown or a missing member, a value of another type, or a state that
would be read back as another one is refused, and nothing is written. A document that was decoded by a layout,
or by a catalog in a folder, needs it again.

FILE.json may be gzip'd. - is standard input, and standard output for -o. Bytes are not written to a terminal.

  -o, --output OUT  write a file, as a whole or not at all (default: standard output)
      --catalog FOLDER  a catalog from devstate import, if the document is of that one
${LAYOUT_HELP}
${COMMON_HELP}

Exit codes: 0 fine, 1 the document has a problem, 2 wrong usage or unreadable file.`,

  async run(argv, session) {
    const args = readArguments(argv, {
      output: { type: 'string', short: 'o' },
      ...CATALOG_OPTION,
      ...LAYOUT_OPTION,
    });
    if (args.asks !== undefined) return showHelp(this, args.asks, session);
    const file = onlyFile(args);
    const output = outputOf(args);
    if (output === undefined && session.out.isTerminal) throw new CommandError(NO_BINARY);
    const { bytes, error } = await load(file, args.limit, session.host);
    if (error !== undefined) throw new CommandError(describeProblem(file, error), EXIT.problem);
    const layout = await layoutOf(args);
    const others = [
      ...((await catalogsOf(args)) ?? []),
      ...(layout === undefined ? [] : [catalogOfLayout(layout)]),
    ];
    const encoded = await encodeText(file, bytes, others);
    const limits = { inputSize: Math.max(args.limit, encoded.length) };
    await requireVerified(encoded, others.length === 0 ? { limits } : { limits, catalogs: others });
    if (output === undefined) await session.out.write(encoded);
    else await writeFile(output, encoded, { madeFrom: file, files: session.host.files });
    return EXIT.ok;
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
    throw new CommandError(`${nameOf(file)}: ${error.message}`, EXIT.problem);
  }
}
