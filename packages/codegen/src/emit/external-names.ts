import type { ExternalIR } from '@bytewright/schema-dsl/ir';
import { externalsOf } from '@bytewright/schema-dsl/ir';
import type { ModulePlan } from '../plan/generation-plan.js';
import type { ModuleEmitter } from './emitter.js';
import { relativeModule } from './emitter.js';
import { capitalize, identifierFrom, isReserved, parameterName } from './names.js';
import { requireEntry } from './require-entry.js';

/** What tells one name of one module from all others. */
const externalKey = ({ module, export: exported }: ExternalIR): string => `${module} ${exported}`;

/**
 * What a module calls the author's own code that it imports: as that is exported, unless something else is called so
 * already. A default export is called after its module.
 */
export function externalNames(module: ModulePlan, taken: ReadonlySet<string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const used = new Set([...taken, ...module.structs.flatMap(({ struct }) => parametersOf(struct))]);
  for (const external of module.structs.flatMap(({ struct }) => externalsOf(struct))) {
    const key = externalKey(external);
    if (names.has(key)) continue;
    // generated code has no $ in its names
    const wanted =
      external.export === 'default' ? nameOfModule(external.module) : identifierFrom(external.export);
    const other = `external${capitalize(wanted)}`;
    let name = used.has(wanted) || isReserved(wanted) ? other : wanted;
    for (let n = 2; used.has(name); n++) name = `${other}${n}`;
    used.add(name);
    names.set(key, name);
  }
  return names;
}

function parametersOf(struct: ModulePlan['structs'][number]['struct']): readonly string[] {
  const fields = struct.fields.map((field) => field.name);
  return struct.parameters.map(({ name }) => parameterName(name, fields));
}

/** `crc/crc16` and `./crc16.js` are both `crc16`. */
function nameOfModule(module: string): string {
  const last = module.replace(/\/+$/, '').replace(/^.*\//, '');
  return identifierFrom(last.replace(/\.[cm]?[jt]s$/, ''));
}

/** Imports something of the author's own, and returns the name it has here. */
export function importExternal(external: ExternalIR, emitter: ModuleEmitter): string {
  const local = requireEntry(emitter.externals, externalKey(external));
  const { source, output } = emitter.module;
  return emitter.imports.external(fromOutput(external.module, source, output), external.export, local);
}

/** A specifier as the generated module needs it: a relative one was relative to the schema module. */
function fromOutput(specifier: string, source: string, output: string): string {
  if (!/^\.\.?(\/|$)/.test(specifier)) return specifier;
  const steps: string[] = [];
  for (const step of [...source.split('/').slice(0, -1), ...specifier.split('/')]) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return relativeModule(output, steps.join('/'));
}
