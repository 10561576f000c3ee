import { readFileSync, statSync } from 'node:fs';
import { machineFacts } from '../doctor/machine-facts.js';
import type { Target } from '../doctor/target.js';
import type { Catalog } from '../open/catalog.js';
import { catalogOf } from '../open/catalog-of.js';
import type { CatalogName } from '../open/catalogs.js';
import { CATALOG_NAMES, CATALOGS } from '../open/catalogs.js';
import type { Arguments } from './arguments.js';
import { CommandError } from './command-error.js';
import { loadCatalogDevices } from './compare-side.js';
import { openInput } from './open-input.js';
import { printable } from './printable.js';
import type { Session } from './session.js';

/** What says where a file is to be loaded. */
export const TARGET_OPTIONS = {
  against: { type: 'string', multiple: true },
  machine: { type: 'string' },
  footers: { type: 'string' },
} as const;

/**
 * The target that somebody describes: a QEMU, by a catalog or its binary; a machine, by a file that it saved; its type.
 *
 * @returns `undefined` if nobody does
 * @throws CommandError for what cannot be read, or is none of these
 */
export async function targetOf(args: Arguments, session: Session): Promise<Target | undefined> {
  const [machine, footers] = [args.get('machine'), args.get('footers')];
  const against = args.all('against');
  if (against.length === 0 && machine === undefined && footers === undefined) return undefined;
  let catalog: Catalog | undefined;
  let capture: Target['capture'];
  for (const text of against) {
    const found = await catalogNamed(text, args);
    if (found !== undefined) catalog = found;
    else capture = await openInput(text, args, session);
  }
  const facts = machine === undefined ? {} : machineFacts(machine);
  if (facts === undefined)
    throw new CommandError(
      `--machine takes a machine type with its version, such as pc-i440fx-7.2, not ${printable(machine ?? '')}`,
    );
  return {
    label: [...against, ...(machine === undefined ? [] : [machine])].join(', ') || 'the target',
    catalog,
    capture,
    facts,
    footers: footers === undefined ? undefined : yesOrNo(footers),
  };
}

async function catalogNamed(text: string, args: Arguments): Promise<Catalog | undefined> {
  if (isCatalogName(text)) return CATALOGS[text];
  const stats = statSync(text, { throwIfNoEntry: false });
  if (stats === undefined)
    throw new CommandError(
      `${printable(text)} is no file, and no catalog: there are ${CATALOG_NAMES.join(', ')}`,
    );
  if (!stats.isDirectory() && !isProgram(text)) return undefined;
  const devices = await loadCatalogDevices(text, args);
  return catalogOf({ name: text, title: text, devices });
}

const isCatalogName = (text: string): text is CatalogName =>
  (CATALOG_NAMES as readonly string[]).includes(text);

const isProgram = (file: string): boolean =>
  readFileSync(file).subarray(0, 4).equals(Buffer.from('\x7fELF', 'latin1'));

function yesOrNo(text: string): boolean {
  if (text !== 'yes' && text !== 'no')
    throw new CommandError(`--footers takes yes or no, not ${printable(text)}`);
  return text === 'yes';
}
