import { mkdirSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Arguments } from '@bytewright/cli';
import { CommandError, EXIT, printable, UsageError, withReason } from '@bytewright/cli';
import { isDecodeError } from '@bytewright/runtime';
import { jsonText } from '@bytewright/schema-dsl/inspect';
import { baseCatalogs } from '../../import/catalog/catalog-folder.js';
import type { BaseCatalog } from '../../import/catalog/place-modules.js';
import { unusedOverlays } from '../../import/catalog/unused-overlays.js';
import { DUMP_LACKS } from '../../import/dump/import-dump.js';
import { Program } from '../../import/elf/program.js';
import type { ImportedCatalog } from '../../import/import-catalog.js';
import { importCatalog } from '../../import/import-catalog.js';
import { ImportError } from '../../import/import-error.js';
import type { Calibration } from '../../import/tables/calibrate.js';
import { calibrate } from '../../import/tables/calibrate.js';
import type { CatalogUpdate } from '../../import/update/plan-update.js';
import { planUpdate } from '../../import/update/plan-update.js';
import type { Overlays } from '../../overlays/overlays.js';
import { calibrationLines } from '../calibration-lines.js';
import { summaryJson, summaryLines } from '../catalog-changes.js';
import { importFrom } from '../import-from.js';
import { JSON_OPTION } from '../json-option.js';
import { LIMIT_OPTION, limitOf } from '../limit-option.js';
import { OUTPUT_OPTION } from '../output-option.js';
import { allOverlays, ownOverlays } from '../overlay-option.js';
import type { Command } from '../session.js';
import { writeFile } from '../writing/write-file.js';

/** `devstate import`: generates the schemas of all devices from a QEMU binary. */
export const importCommand: Command = {
  usage: [
    'QEMU-BINARY -o FOLDER [--module FILE.so]… [options]',
    '--from FILE… -o FOLDER [options]',
    'QEMU-BINARY --calibration',
  ],
  operands: [{ name: 'FILE', optional: true, repeats: true }],
  about: `Reads the tables in a QEMU binary that describe what it saves for each device, and writes schema modules: one per
device in FOLDER/devices, one per struct shared by several devices in FOLDER/parts, and FOLDER/devices.ts, which
lists them. "bytewright generate" generates codecs from these. Values that neither the tables nor an overlay define
become named unknown values.

The binary is not run, and may be stripped. It must be a 64-bit ELF file for an x86 or ARM host; the guest
architecture does not matter.

--from FILE… reads migration streams of machines of one QEMU build (also gzip'd, or only the VMDESCRIPTION at
their end) if there is no binary. They show which fields were present but not the conditions; anything that
differs between them becomes an unknown value. It also reads the output of "qemu-system-x86_64 -M MACHINE
-dump-vmstate FILE", which has less information: no types at all.

FOLDER may already contain a catalog: files of the earlier import are replaced, files of devices that no longer
exist are removed, and other files are left alone. The changes are printed. FOLDER/catalog.json records what was
written; if any of it was edited by hand, nothing is written without --force.`,
  options: [
    { ...OUTPUT_OPTION, value: 'FOLDER', help: 'the folder to write to' },
    { name: 'from', value: 'FILE', repeats: true, help: 'see above; more FILEs may follow' },
    {
      name: 'module',
      value: 'FILE',
      repeats: true,
      help: 'a module that the binary loads, such as hw-display-qxl.so; repeatable',
    },
    {
      name: 'overlay',
      value: 'FILE',
      repeats: true,
      help: 'a module that exports "overlays", which add what the tables lack (docs/adding-a-qemu-version.md); it takes precedence over the overlays of this package; repeatable',
    },
    {
      name: 'like',
      value: 'FOLDER',
      repeats: true,
      help: 'a catalog next to FOLDER: modules that are identical there, or that it imports itself, are imported from there instead of written; repeatable, the first match wins',
    },
    { name: 'title', value: 'TEXT', help: "title of the catalog (default: the binary's name)" },
    {
      name: 'calibration',
      help: 'print the offsets of the members of the tables in this binary, and how many descriptions confirm each; write nothing',
    },
    { name: 'dry-run', help: 'print what would change, and write nothing' },
    { name: 'force', help: 'replace and remove files even if they were edited by hand' },
    JSON_OPTION,
    LIMIT_OPTION,
  ],
  exitCodes: {
    0: 'imported',
    1: 'the tables are not understood, or files were edited by hand',
    2: 'wrong usage, or a file that cannot be read',
  },

  async run(args, session) {
    const from = args.all('from');
    const file = from.length === 0 ? onlyProgram(args.operands) : '';
    if (args.has('calibration')) {
      if (from.length > 0) throw new UsageError('--calibration cannot be combined with --from');
      const { report } = tell(file, calibrated(await programAt(file)));
      if (args.has('json')) await session.out.line(jsonText(report));
      else await session.out.pieces(calibrationLines(report));
      return EXIT.yes;
    }
    const folder = folderOf(args);
    const bases = basesOf(args, folder);
    const own = await ownOverlays(args.all('overlay'));
    if (from.length > 0 && args.all('module').length > 0)
      throw new UsageError('--module cannot be combined with --from');
    const { catalog, isDump } =
      from.length === 0
        ? { catalog: await fromProgram(file, args, bases, allOverlays(own)), isDump: false }
        : await importFrom([...from, ...args.operands], {
            title: args.get('title'),
            bases,
            overlays: own,
            limit: limitOf(args),
          });
    const update = planUpdate(folder, catalog);
    const isDryRun = args.has('dry-run');
    if (update.edited.length > 0 && !args.has('force') && !isDryRun)
      throw new CommandError(
        `${update.edited.join(', ')} in ${folder}: edited since the last import; --force replaces it (use an overlay to keep your changes)`,
        EXIT.no,
      );
    if (!isDryRun) await apply(folder, update);
    const known = new Set(entriesOf(own));
    const ownUnused = catalog.unusedOverlays.filter((entry) => known.has(entry));
    const summary = { catalog, update, isDryRun, ownUnused, bases: bases.map(({ name }) => name) };
    if (args.has('json')) await session.out.line(jsonText(summaryJson(summary)));
    else await session.out.pieces(summaryLines(summary));
    if (isDump && !args.has('json')) await session.out.line(DUMP_LACKS.join('\n'));
    return EXIT.yes;
  },
};

function onlyProgram([file, ...others]: readonly string[]): string {
  if (file === undefined) throw new UsageError('QEMU-BINARY is missing');
  if (others.length > 0) throw new UsageError(`expected one QEMU-BINARY; unexpected ${others.join(' ')}`);
  return file;
}

function folderOf(args: Arguments): string {
  const folder = args.get('output');
  if (folder === undefined || folder === '') throw new UsageError('-o requires the folder to write to');
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found !== undefined && !found.isDirectory()) throw new CommandError(`${folder} is not a folder`);
  return folder;
}

function basesOf(args: Arguments, folder: string): readonly BaseCatalog[] {
  const found = new Map<string, BaseCatalog>();
  for (const given of args.all('like')) {
    if (dirname(resolve(given)) !== dirname(resolve(folder)))
      throw new CommandError(`${given} is not next to ${folder}`);
    for (const base of baseCatalogs(given)) {
      if (base.name === basename(resolve(folder)))
        throw new CommandError(`${given} imports modules from ${folder}, so ${folder} cannot import from it`);
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
  const program = await programAt(file);
  const modules = await Promise.all(args.all('module').map(programAt));
  const title = args.get('title') ?? basename(file);
  return tell(file, () => importCatalog({ program, modules, title, bases, overlays }));
}

function programAt(path: string): Promise<Uint8Array> {
  return withReason(`cannot read ${printable(path)}`, () => readFile(path));
}

function calibrated(program: Uint8Array): () => Calibration {
  return () => calibrate(Program.open(program));
}

/** Everything that overlays refer to. */
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
      throw new CommandError(`${file}: ${error.message}`, EXIT.no);
    throw error;
  }
}
