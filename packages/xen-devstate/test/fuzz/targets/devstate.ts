import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Field } from '@bytewright/schema-dsl/inspect';
import { fieldsIn } from '@bytewright/schema-dsl/inspect';
import { loadDeviceState } from '../../../src/cli/load.js';
import { openFile } from '../../../src/open/opened-file.js';
import type { Outcome } from '../../command/fake-host.js';
import { devstate, fakeHost } from '../../command/fake-host.js';
import { drawCompression } from '../draw-damage.js';
import type { Random } from '../random.js';
import type { Seed } from '../seed.js';
import { captureSeeds, containerSeeds, sectionSeeds } from '../seeds/capture-seeds.js';
import { layoutFor } from '../seeds/layout-seeds.js';
import { steeringIn } from '../steering.js';
import type { Fault, Target } from '../target.js';

/** Arguments for commands: `FILE` is the damaged file, `-` its bytes on stdin, `SEED` the undamaged file. */
const COMMANDS: readonly (readonly string[])[] = [
  ['list', 'FILE'],
  ['list', '-'],
  ['list', 'FILE', '--json'],
  ['show', 'FILE'],
  ['show', 'FILE', '--all', '--wire', '--docs'],
  ['show', 'FILE', 'PATH'],
  ['verify', 'FILE'],
  ['verify', 'FILE', '--explain'],
  ['verify', '-', '--json', '--explain'],
  ['explain', 'FILE'],
  ['explain', 'FILE', '--json'],
  ['explain', 'FILE', 'PATH'],
  ['diff', 'FILE', 'SEED'],
  ['diff', 'SEED', 'FILE', '--json'],
  ['doctor', 'FILE'],
  ['doctor', 'FILE', '--json'],
  ['doctor', 'FILE', '--against', 'SEED'],
  ['doctor', 'SEED', '--against', 'FILE', '--json'],
  ['doctor', 'FILE', '--against', 'qemu-7.2', '--machine', 'pc-i440fx-7.2'],
  ['doctor', 'FILE', '--fix', '-o', 'OUT'],
  ['doctor', 'FILE', '--against', 'SEED', '--fix', '-o', 'OUT'],
  ['decode', 'FILE'],
  ['decode', 'FILE', '-o', 'DOCUMENT'],
  ['get', 'FILE', 'PATH'],
  ['get', 'FILE', 'PATH', '--json'],
  ['set', 'FILE', 'EDIT', '-o', 'OUT'],
  ['set', 'FILE', 'EDIT', 'EDIT', '-o', 'OUT'],
];

/** Commands that also use the layout in another file. */
const WITH_LAYOUT: readonly (readonly string[])[] = [
  ['list', 'FILE', '--layout', 'LAYOUT'],
  ['explain', 'FILE', '--layout', 'LAYOUT'],
  ['show', 'FILE', '--layout', 'LAYOUT', '--wire'],
  ['verify', 'FILE', '--layout', 'LAYOUT'],
  ['list', 'SEED', '--layout', 'FILE'],
];

const VALUES = [
  '0',
  '1',
  '-1',
  '255',
  '256',
  '0xffffffff',
  '0xffffffffffffffff',
  'true',
  'none',
  '',
  '00',
  '[]',
  'x',
];

/** This many fields of a seed are enough to choose from. */
const MOST_PATHS = 400;

const OPTIONS = { limit: 1 << 26 };

/** The `devstate` command, run on damaged device states, streams and images. */
export class DevstateTarget implements Target {
  readonly name = 'devstate';
  readonly seeds: readonly Seed[];
  readonly #folder = mkdtempSync(join(tmpdir(), 'devstate-fuzz-'));
  readonly #paths = new Map<Seed, Promise<readonly string[]>>();

  constructor() {
    this.seeds = [...captureSeeds(), ...containerSeeds(), ...sectionSeeds()];
    process.once('exit', () => rmSync(this.#folder, { recursive: true, force: true }));
  }

  async draw(
    seed: Seed,
    random: Random,
  ): Promise<{ how: readonly string[]; steps: ReturnType<typeof drawCompression> }> {
    const layout = layoutFor(seed.name);
    const template = random.pick(layout !== undefined && random.oneIn(6) ? WITH_LAYOUT : COMMANDS);
    const paths = template.some((word) => word === 'PATH' || word === 'EDIT')
      ? await this.#pathsOf(seed)
      : [];
    const path = (): string => (paths.length > 0 ? random.pick(paths) : 'sections[0].versionId');
    const how = template.map((word) =>
      word === 'PATH' ? path() : word === 'EDIT' ? `${path()}=${random.pick(VALUES)}` : word,
    );
    return { how, steps: random.oneIn(6) ? drawCompression(seed, random) : [] };
  }

  #pathsOf(seed: Seed): Promise<readonly string[]> {
    let paths = this.#paths.get(seed);
    if (paths === undefined) {
      paths = pathsIn(seed.bytes);
      this.#paths.set(seed, paths);
    }
    return paths;
  }

  async execute(bytes: Uint8Array, how: readonly string[], seed: Seed): Promise<Fault | undefined> {
    const [command = ''] = how;
    const at = (name: string): string => join(this.#folder, name);
    const files = { FILE: at('in.dev'), SEED: at('seed.dev'), OUT: at('out.dev'), DOCUMENT: at('out.json') };
    const named = new Map(Object.entries({ ...files, LAYOUT: at('layout.json') }));
    for (const name of [files.OUT, files.DOCUMENT]) rmSync(name, { force: true });
    if (how.includes('FILE')) writeFileSync(files.FILE, bytes);
    if (how.includes('SEED')) writeFileSync(files.SEED, seed.bytes);
    if (how.includes('LAYOUT')) writeFileSync(at('layout.json'), layoutFor(seed.name) ?? Buffer.of());
    const args = how.map((word) => named.get(word) ?? word);
    const outcome = await devstate(args, { input: bytes });
    const fault = faultOf(outcome, how);
    if (fault !== undefined || outcome.code !== 0)
      return fault && { ...fault, kind: `${command}: ${fault.kind}` };
    if (command === 'verify' && !how.includes('--layout')) return await encodesBack(await stateIn(bytes));
    if (how.includes('DOCUMENT')) return comesBack(files.DOCUMENT, files.OUT, await stateIn(bytes));
    return how.includes('OUT') ? verifies(command, files.OUT) : undefined;
  }
}

/** Checks what must hold for every command. */
function faultOf({ code, stdout, stderr }: Outcome, how: readonly string[]): Fault | undefined {
  const said = `${stdout.text}${stderr.text}`;
  if (![0, 1, 2, 3].includes(code)) return { kind: 'unknown exit code', detail: `${code}: ${said}` };
  const steering = steeringIn(said);
  if (steering !== undefined) return { kind: 'raw control character', detail: steering };
  if (code !== 0 && said.trim() === '')
    return { kind: 'fails without a message', detail: `exit code ${code}` };
  if (how.includes('--json') && stdout.text !== '') {
    try {
      JSON.parse(stdout.text);
    } catch (error) {
      return { kind: 'output is not JSON', detail: `${String(error)}: ${stdout.text.slice(0, 200)}` };
    }
  }
  return undefined;
}

/** The device state in bytes, as found by the command. */
async function stateIn(bytes: Uint8Array): Promise<Uint8Array> {
  return (await loadDeviceState('-', OPTIONS.limit, fakeHost({ input: bytes }))).bytes;
}

/** Checks with the library that a file is byte-exact if `verify` says so. */
async function encodesBack(state: Uint8Array): Promise<Fault | undefined> {
  const { opened, behind } = await openFile(state);
  const again = Buffer.concat([opened.codec.encode(opened.value), behind]);
  return sameBytes('verify: exit code 0, but the file is not byte-exact', again, state);
}

/** Checks that the document written by `decode` is encoded to the same bytes. */
async function comesBack(document: string, out: string, state: Uint8Array): Promise<Fault | undefined> {
  const { code, stderr } = await devstate(['encode', document, '-o', out]);
  if (code !== 0)
    return { kind: 'decode: its document is refused', detail: `exit code ${code}: ${stderr.text}` };
  return sameBytes(
    'decode: its document is encoded to other bytes',
    new Uint8Array(readFileSync(out)),
    state,
  );
}

/** Checks that the file written by a command is valid. */
async function verifies(command: string, out: string): Promise<Fault | undefined> {
  const { code, stdout, stderr } = await devstate(['verify', out]);
  if (code === 0) return undefined;
  return { kind: `${command}: writes a file that fails verify`, detail: `${stdout.text}${stderr.text}` };
}

function sameBytes(kind: string, found: Uint8Array, expected: Uint8Array): Fault | undefined {
  if (Buffer.compare(found, expected) === 0) return undefined;
  const at = expected.findIndex((byte, i) => found[i] !== byte);
  return {
    kind,
    detail: `${found.length} bytes instead of ${expected.length}, the first difference at ${at}`,
  };
}

async function pathsIn(bytes: Uint8Array): Promise<readonly string[]> {
  const { sections } = await openFile(await stateIn(bytes));
  const paths: string[] = [];
  const visit = (index: number, field: Field): void => {
    if (paths.length >= MOST_PATHS) return;
    paths.push(`sections[${index}].${field.path}`);
    for (const inner of fieldsIn(field)) visit(index, inner);
  };
  for (const section of sections) for (const field of section.fields()) visit(section.index, field);
  return paths;
}
