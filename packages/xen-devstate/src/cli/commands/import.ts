import { mkdirSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isDecodeError } from '@bytewright/runtime';
import { jsonText } from '@bytewright/schema-dsl/inspect';
import { baseCatalogs } from '../../import/catalog/catalog-folder.js';
import type { BaseCatalog } from '../../import/catalog/place-modules.js';
import { unusedOverlays } from '../../import/catalog/unused-overlays.js';
import { DUMP_LACKS } from '../../import/dump/import-dump.js';
import type { ImportedCatalog } from '../../import/import-catalog.js';
import { importCatalog } from '../../import/import-catalog.js';
import { ImportError } from '../../import/import-error.js';
import type { CatalogUpdate } from '../../import/update/plan-update.js';
import { planUpdate } from '../../import/update/plan-update.js';
import type { Overlays } from '../../overlays/overlays.js';
import type { Arguments } from '../arguments.js';
import { onlyFile, readArguments } from '../arguments.js';
import { summaryJson, summaryLines } from '../catalog-changes.js';
import { CommandError, EXIT } from '../command-error.js';
import { importFrom } from '../import-from.js';
import { allOverlays, ownOverlays } from '../overlay-option.js';
import { printable } from '../printable.js';
import type { Command } from '../session.js';
import { showHelp } from '../show-help.js';
import { withReason } from '../system-error.js';
import { writeFile } from '../writing/write-file.js';

/** `devstate import`: schemas of all devices from a QEMU binary. */
export const importCommand: Command = {
  help: `Usage: devstate import QEMU-BINARY -o FOLDER [--module FILE.so]… [options]
       devstate import --from FILE… -o FOLDER [options]

Reads the tables that say what a QEMU binary saves of each device, and writes schema modules: one a device in
FOLDER/devices, one for each struct that several devices have in FOLDER/parts, and FOLDER/devices.ts, which lists them.
"bytewright generate" makes codecs of them. What the tables do not say and no overlay does is left open by name.

The binary is not run; it may be stripped. It is an ELF file of 64 bits for x86 or ARM hosts, for any guest.

--from FILE… takes migration streams of machines of one QEMU (also gzip'd, or only the VMDESCRIPTION at their end),
where no binary is to be had. They show the fields that were there, no conditions; what differs between them is left
open. It also takes what "qemu-system-x86_64 -M MACHINE -dump-vmstate FILE" writes, which says less: no types at all.

FOLDER may hold a catalog already: files of the earlier import are replaced, those of devices that are gone removed,
others left alone. What changed is printed. FOLDER/catalog.json says what was written; where somebody has edited
that, nothing is done without --force.

  -o, --output FOLDER  where to write
      --from FILE      see above; more FILEs may follow
      --module FILE    a module that the binary loads, such as hw-display-qxl.so; may be given several times
      --overlay FILE   a module that exports "overlays": what the tables do not say (docs/adding-a-qemu-version.md);
                       it goes before what this package knows; may be given several times
      --like FOLDER    a catalog beside FOLDER: modules that it has in just the same way, or takes from others
                       itself, are imported from there and not written; may be given several times, the first counts
      --title TEXT     what the catalog describes (default: the binary's name)
      --dry-run        print what would change, and write nothing
      --force          replace and remove also what was edited by hand
      --json           print a JSON object instead
  -h, --help           print this
      --version        print the version

Exit codes: 0 fine, 1 the tables are not understood, or files were edited by hand, 2 wrong usage or unreadable file.`,

  async run(argv, session) {
    const args = readArguments(argv, {
      output: { type: 'string', short: 'o' },
      from: { type: 'string', multiple: true },
      module: { type: 'string', multiple: true },
      overlay: { type: 'string', multiple: true },
      like: { type: 'string', multiple: true },
      title: { type: 'string' },
      'dry-run': { type: 'boolean' },
      force: { type: 'boolean' },
      json: { type: 'boolean' },
    });
    if (args.asks !== undefined) return showHelp(this, args.asks, session);
    const from = args.all('from');
    const file = from.length === 0 ? onlyFile(args) : '';
    const folder = folderOf(args);
    const bases = basesOf(args, folder);
    const own = await ownOverlays(args.all('overlay'));
    if (from.length > 0 && args.all('module').length > 0)
      throw new CommandError('--module goes with a binary, not with --from');
    const { catalog, isDump } =
      from.length === 0
        ? { catalog: await fromProgram(file, args, bases, allOverlays(own)), isDump: false }
        : await importFrom([...from, ...args.files], {
            title: args.get('title'),
            bases,
            overlays: own,
            limit: args.limit,
          });
    const update = planUpdate(folder, catalog);
    const isDryRun = args.has('dry-run');
    if (update.edited.length > 0 && !args.has('force') && !isDryRun)
      throw new CommandError(
        `${update.edited.join(', ')} in ${printable(folder)}: not as an import wrote it. --force replaces it; an overlay keeps what you know`,
        EXIT.problem,
      );
    if (!isDryRun) await apply(folder, update);
    const known = new Set(entriesOf(own));
    const ownUnused = catalog.unusedOverlays.filter((entry) => known.has(entry));
    const summary = { catalog, update, isDryRun, ownUnused, bases: bases.map(({ name }) => name) };
    if (args.has('json')) await session.out.line(jsonText(summaryJson(summary)));
    else await session.out.pieces(summaryLines(summary));
    if (isDump && !args.has('json')) await session.out.line(DUMP_LACKS.join('\n'));
    return EXIT.ok;
  },
};

function folderOf(args: Arguments): string {
  const folder = args.get('output');
  if (folder === undefined || folder === '') throw new CommandError('-o takes the folder to write to');
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found !== undefined && !found.isDirectory())
    throw new CommandError(`${printable(folder)} is no folder`);
  return folder;
}

function basesOf(args: Arguments, folder: string): readonly BaseCatalog[] {
  const found = new Map<string, BaseCatalog>();
  for (const given of args.all('like')) {
    if (dirname(resolve(given)) !== dirname(resolve(folder)))
      throw new CommandError(`${printable(given)} is not beside ${printable(folder)}`);
    for (const base of baseCatalogs(given)) {
      if (base.name === basename(resolve(folder)))
        throw new CommandError(
          `${printable(given)} is made of modules of ${printable(folder)}, so it cannot be the other way round`,
        );
      if (!found.has(base.name)) found.set(base.name, base);
    }
  }
  return [...found.values()];
}

async function fromProgram(
  file: string,
  args: Arguments,
  bases: readonly BaseCatalog[],
  overlays: Overlays,
): Promise<ImportedCatalog> {
  const read = (path: string): Promise<Uint8Array> =>
    withReason(`cannot read ${printable(path)}`, () => readFile(path));
  const program = await read(file);
  const modules = await Promise.all(args.all('module').map(read));
  const title = args.get('title') ?? basename(file);
  return tell(file, () => importCatalog({ program, modules, title, bases, overlays }));
}

/** All that overlays speak of. */
function entriesOf(overlays: Overlays): readonly string[] {
  const whole = unusedOverlays([], overlays);
  const fields = Object.entries(overlays).flatMap(([name, { fields: known }]) =>
    Object.keys(known).map((field) => `${name}.${field}`),
  );
  return [...whole, ...fields];
}

async function apply(folder: string, { written, removed }: CatalogUpdate): Promise<void> {
  for (const path of removed) rmSync(join(folder, path));
  for (const [path, text] of written) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), [text]);
  }
}

function tell<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof ImportError || isDecodeError(error))
      throw new CommandError(`${printable(file)}: ${error.message}`, EXIT.problem);
    throw error;
  }
}
