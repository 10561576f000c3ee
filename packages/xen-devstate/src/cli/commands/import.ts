import { mkdirSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isDecodeError } from '@bytewright/runtime';
import { baseCatalog, printedFiles } from '../../import/catalog/catalog-folder.js';
import { isShared } from '../../import/catalog/share-modules.js';
import { importCatalog } from '../../import/import-catalog.js';
import { ImportError } from '../../import/import-error.js';
import { onlyFile, readArguments } from '../arguments.js';
import { CommandError, EXIT } from '../command-error.js';
import { printable } from '../printable.js';
import type { Command } from '../session.js';
import { showHelp } from '../show-help.js';
import { withReason } from '../system-error.js';
import { writeFile } from '../write-file.js';

/** `devstate import`: schemas of all devices from a QEMU binary. */
export const importCommand: Command = {
  name: 'import',
  help: `Usage: devstate import QEMU-BINARY -o FOLDER [--module FILE.so]… [--like FOLDER]… [--title TEXT]

Reads the tables that say what a QEMU binary saves of each device, and writes schema modules: one a device in
FOLDER/devices, one for each struct that several devices have in FOLDER/parts, and FOLDER/devices.ts, which lists them.
"bytewright generate" makes codecs of them. What the tables do not say and no overlay does is left open by name.

The binary is not run; it may be stripped. It is an ELF file of 64 bits for x86 or ARM hosts, for any guest.

  -o, --output FOLDER  where to write; files of an earlier import there are replaced, others are left alone
      --module FILE    a module that the binary loads, such as hw-display-qxl.so; may be given several times
      --like FOLDER    a catalog beside FOLDER: what it has in just the same way is taken from there
      --title TEXT     what the catalog describes (default: the binary's name)
  -h, --help           print this
      --version        print the version

Exit codes: 0 fine, 1 the binary's tables are not understood, 2 wrong usage or unreadable file.`,

  async run(argv, session) {
    const args = readArguments(argv, {
      output: { type: 'string', short: 'o' },
      module: { type: 'string', multiple: true },
      like: { type: 'string', multiple: true },
      title: { type: 'string' },
    });
    if (args.asks !== undefined) return showHelp(this, args.asks, session);
    const file = onlyFile(args);
    const folder = args.get('output');
    if (folder === undefined || folder === '') throw new CommandError('-o takes the folder to write to');
    if (isNoFolder(folder)) throw new CommandError(`${printable(folder)} is no folder`);
    const bases = args.all('like').map((base) => {
      if (dirname(resolve(base)) !== dirname(resolve(folder)))
        throw new CommandError(`${printable(base)} is not beside ${printable(folder)}`);
      return baseCatalog(base);
    });
    const read = (path: string): Promise<Uint8Array> =>
      withReason(`cannot read ${printable(path)}`, () => readFile(path));
    const program = await read(file);
    const modules = await Promise.all(args.all('module').map(read));
    const title = args.get('title') ?? basename(file);
    const { files, descriptions } = tell(file, () => importCatalog({ program, modules, title, bases }));
    for (const stale of printedFiles(folder).keys()) if (!files.has(stale)) rmSync(join(folder, stale));
    for (const part of ['devices', 'parts']) mkdirSync(join(folder, part), { recursive: true });
    for (const [path, text] of files) await writeFile(join(folder, path), [text]);
    const shared = [...files.values()].filter(isShared).length;
    const likeOthers =
      bases.length === 0 ? '' : `, ${shared} of them as in ${bases.map((base) => base.name).join(' or ')}`;
    await session.out.line(`${descriptions} descriptions in ${files.size} modules${likeOthers}`);
    return EXIT.ok;
  },
};

function isNoFolder(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && !found.isDirectory();
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
