import { closeSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Arguments, Option } from '@bytewright/cli';
import { CommandError, EXIT, withReason } from '@bytewright/cli';
import { isDecodeError } from '@bytewright/runtime';
import { binaryTarget } from '../doctor/targets/binary-target.js';
import { captureTarget } from '../doctor/targets/capture-target.js';
import { catalogTarget } from '../doctor/targets/catalog-target.js';
import { KNOWN_PROPERTIES, machineOf, parameterOfProperty } from '../doctor/targets/machine.js';
import type { Target } from '../doctor/targets/target.js';
import { ImportError } from '../import/import-error.js';
import type { CatalogName } from '../open/catalogs.js';
import { CATALOG_NAMES, CATALOGS } from '../open/catalogs.js';
import { openFile } from '../open/opened-file.js';
import type { OpenedWith } from '../open/opened-with.js';
import { describeProblem } from './describe-problem.js';
import { limitOf } from './limit-option.js';
import { loadDeviceState, nameOf, STANDARD_STREAM } from './load.js';
import type { Session } from './session.js';

/** The options that describe the target a file is to be loaded into. */
export const AGAINST_OPTIONS: readonly Option[] = [
  {
    name: 'against',
    value: 'TARGET',
    help: `what FILE is to be loaded into: a file saved by the target itself, started with the same configuration (best); a QEMU binary; or a catalog: ${CATALOG_NAMES.join(', ')}`,
  },
  {
    name: 'machine',
    value: 'TYPE',
    help: 'machine type of a binary or a catalog, as for -M, such as pc-i440fx-3.1 (default: the newest pc or q35, whichever the file is from; xenfv for a Xen catalog)',
  },
  {
    name: 'global',
    value: 'PROPERTY',
    repeats: true,
    help: 'property for a binary or a catalog, as for -global, such as PIIX4_PM.acpi-pci-hotplug-with-bridge-support=off; repeatable',
  },
  {
    name: 'footers',
    value: 'yes|no',
    choices: ['yes', 'no'],
    help: 'whether the target expects section footers (default: what the machine type does)',
  },
];

/** The version of the newest machine type in a catalog's QEMU, as one number: that of the QEMU itself. */
function newestOf(name: CatalogName): number {
  const [, major, minor] = /^qemu-([0-9]+)\.([0-9]+)/.exec(name) ?? [];
  return 100 * Number(major) + Number(minor);
}

/**
 * The target given on the command line.
 *
 * @param opened the file to be loaded; `undefined` if it is damaged
 * @returns `undefined` if no target is given
 * @throws CommandError if it is not a target, or cannot be read
 */
export async function targetOf(
  args: Arguments,
  opened: OpenedWith | undefined,
  session: Session,
): Promise<Target | undefined> {
  const against = args.get('against');
  const ofMachine = ['machine', 'global'].filter(
    (name) => args.get(name) !== undefined || args.all(name).length > 0,
  );
  const said = footersOf(args);
  if (against === undefined) {
    if (ofMachine.length > 0 || said !== undefined)
      throw new CommandError(`--${ofMachine[0] ?? 'footers'} describes a target and requires --against`);
    return undefined;
  }
  const { footers: property, ...machineParameters } = machineParametersOf(args);
  const footers = said ?? property;
  const switches = { footers, machineParameters: new Map(Object.entries(machineParameters)) };
  const name = CATALOG_NAMES.find((one) => one === against);
  if (name !== undefined) {
    const type = args.get('machine') ?? (name.endsWith('-xen') ? 'xenfv' : familyOf(opened));
    const machine = machineOf(type, newestOf(name));
    if (machine === undefined) throw new CommandError(`${type} is not a machine type`);
    return catalogTarget(CATALOGS[name], machine, switches);
  }
  const isProgram =
    against !== STANDARD_STREAM &&
    (await withReason(`cannot read ${nameOf(against)}`, async () => startsLikeElf(against)));
  if (isProgram) return programTarget(against, args, opened, switches);
  if (ofMachine.length > 0)
    throw new CommandError(
      `--${ofMachine[0]} applies to a binary or a catalog only: a file saved by the target already includes it`,
    );
  return savedTarget(against, args, footers, session);
}

async function programTarget(
  file: string,
  args: Arguments,
  opened: OpenedWith | undefined,
  switches: {
    readonly footers: boolean | undefined;
    readonly machineParameters: ReadonlyMap<string, unknown>;
  },
): Promise<Target> {
  const program = await withReason(`cannot read ${nameOf(file)}`, () => readFile(file));
  const type = args.get('machine') ?? familyOf(opened);
  if (machineOf(type, 0) === undefined) throw new CommandError(`${type} is not a machine type`);
  const catalog = opened?.codec ?? CATALOGS['qemu-10.0'];
  try {
    return await binaryTarget(program, basename(file), catalog, type, switches);
  } catch (error) {
    if (error instanceof ImportError || isDecodeError(error))
      throw new CommandError(`${nameOf(file)}: ${error.message}`, EXIT.unknown);
    throw error;
  }
}

async function savedTarget(
  file: string,
  args: Arguments,
  footers: boolean | undefined,
  { host }: Session,
): Promise<Target> {
  const { bytes, error } = await loadDeviceState(file, limitOf(args), host);
  if (error !== undefined) throw new CommandError(describeProblem(file, error), EXIT.unknown);
  try {
    return captureTarget(
      await openFile(bytes, { limits: { inputSize: limitOf(args) } }),
      nameOf(file),
      footers,
    );
  } catch (problem) {
    if (isDecodeError(problem)) throw new CommandError(describeProblem(file, problem), EXIT.unknown);
    throw problem;
  }
}

/** The machine family that a file was saved from. */
function familyOf(opened: OpenedWith | undefined): string {
  const isQ35 = opened?.report.sections.some(({ device }) => device === 'mch' || device === 'ICH9LPC');
  return isQ35 === true ? 'q35' : 'pc';
}

function footersOf(args: Arguments): boolean | undefined {
  const text = args.get('footers');
  if (text === undefined) return undefined;
  return text === 'yes';
}

function machineParametersOf(args: Arguments): Readonly<Record<string, boolean>> {
  const machineParameters = args.all('global').map((text) => {
    const parameter = parameterOfProperty(text);
    if (parameter === undefined)
      throw new CommandError(
        `--global ${text}: not a property that is known to affect the file; known properties are ${KNOWN_PROPERTIES.join(', ')}, each on or off`,
      );
    return parameter;
  });
  return Object.fromEntries(machineParameters);
}

function startsLikeElf(file: string): boolean {
  const descriptor = openSync(file, 'r');
  try {
    const start = Buffer.alloc(4);
    readSync(descriptor, start, 0, start.length, 0);
    return start.toString('latin1') === '\x7fELF';
  } finally {
    closeSync(descriptor);
  }
}
