import type { BitsNode, NodeIR, SchemaIR, StructIR } from '@bytewright/schema-dsl/ir';
import type { ModulePlan } from '../plan/generation-plan.js';
import { parametersOf } from '../plan/generation-plan.js';
import type { Code, Parameter } from './code.js';
import { emitConstant } from './expressions/emit-constant.js';
import type { Imports } from './imports.js';
import { functionNames, localName, parameterName } from './names.js';
import { requireEntry } from './require-entry.js';

/** A function that a module needs besides those of its structs, such as the search for a payload's end. */
export interface HelperFunction {
  readonly name: string;
  readonly code: Code;
  /** What the function does, as data: equal ones are made once. */
  readonly key: string;
  /** Whether it belongs to reading or to writing, which stand apart. */
  readonly half: 'reading' | 'writing';
  /** Whether other modules import it. */
  readonly isExported: boolean;
}

/** State of the emission of one module. */
export interface ModuleEmitter {
  readonly module: ModulePlan;
  readonly structs: SchemaIR['structs'];
  readonly imports: Imports;
  /** Names that generated types and functions have. */
  readonly taken: ReadonlySet<string>;
  /** What the author's own code is called here, by {@link externalKey}; local variables never take these names. */
  readonly externals: ReadonlyMap<string, string>;
  /** Helper functions by name, in order of first use; emitted once. */
  readonly helpers: Map<string, HelperFunction>;
  /** Types that have the values of large unions' arms by name: union to interface. */
  readonly tables: Map<NodeIR, string>;
  /** The module beside it that holds its large tables of arms, once there is one. */
  readonly beside: { arms: ModuleEmitter | undefined };
}

/** Which function is being written: it decides where fields' values come from. */
export type Direction = 'read' | 'write' | 'size' | 'match';

/** State of the emission of one function of a struct. */
export interface FunctionEmitter extends ModuleEmitter {
  readonly struct: StructIR;
  readonly direction: Direction;
  /** Parameter name to the expression that holds its value here. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Path of what is being emitted, relative to what the surrounding `catch` puts before it. */
  readonly path: string;
  /** Names for local variables are made from this: the field being emitted. */
  readonly hint: string;
  /** The variable that holds the end of the region. */
  readonly end: string;
  /** On encode, the variable that holds the end of the struct's region, within a field that has a region of its own. */
  readonly outerEnd?: string;
  /** Fields whose values are in local variables: field to variable. Others are members of `value`. */
  readonly locals: Map<string, string>;
  /** Expressions for where fields begin and end, as far as somebody asks. */
  readonly starts: Map<string, string>;
  readonly ends: Map<string, string>;
  /** Offsets of fields from the start of the struct that are handed to this function. */
  readonly offsets: ReadonlyMap<string, string>;
  /** The list element to which the node belongs that is being placed, or that a condition speaks of. */
  readonly element?: string;
  /** What that element is. */
  readonly elementNode?: NodeIR;
  /** Types as which fields are compared, by their paths, so that TypeScript does not take them for what they equal. */
  readonly comparedAs?: ReadonlyMap<string, string>;
  /** The variable that says whether constant or derived fields came along in the value, in an encoder of a struct that has some. */
  readonly given?: string;
  /** The variable that says how deep in the value structs are whose sizes are taken, for those that may nest. */
  readonly nesting: string;
  /** Variables that hold the sizes of fields which have been added up: field to variable. */
  readonly sizes: Map<string, string>;
  /** Variables that gather the bits of fields which share bytes: first field of each group to variable. */
  readonly bitWords: Map<BitsNode, string>;
  /** Names that have been given out in this function. */
  readonly names: Set<string>;
}

/** A local variable's name that is not in use yet in this function. */
export function freshName(emitter: FunctionEmitter, wanted: string): string {
  let name = localName(wanted);
  for (let n = 2; emitter.names.has(name); n++) name = `${localName(wanted)}${n}`;
  emitter.names.add(name);
  return name;
}

/** A name for a variable of our own making, such as a loop's index; fields never take these names. */
export function internalName(emitter: FunctionEmitter, wanted: string): string {
  let name = wanted;
  for (let n = 2; emitter.names.has(name); n++) name = `${wanted}${n}`;
  emitter.names.add(name);
  return name;
}

/** Imports a struct's function, if it is another module's, and returns its name. */
export function structFunction(
  emitter: ModuleEmitter,
  kind: 'read' | 'write' | 'measure' | 'match',
  struct: string,
): string {
  const name = functionNames[kind](struct);
  const home = emitter.module.homes.get(struct);
  if (home !== undefined && home !== emitter.module)
    emitter.imports.value(importPath(emitter.module, home), name);
  return name;
}

/** Imports a struct's type, if it is another module's, and returns its name. */
export function structType(emitter: ModuleEmitter, struct: string): string {
  const home = emitter.module.homes.get(struct);
  if (home !== undefined && home !== emitter.module)
    emitter.imports.type(importPath(emitter.module, home), struct);
  return struct;
}

/** Import specifier from one generated module to another: relative, with `.js`; or what another package calls it. */
export function importPath(from: ModulePlan, to: ModulePlan): string {
  return to.isElsewhere ? to.output : relativeModule(from.output, to.output);
}

/** The same by the paths of the modules. */
export function relativeModule(from: string, to: string): string {
  const source = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < source.length && source[shared] === target[shared]) shared++;
  const up = source.slice(shared).map(() => '..');
  const path = [...(up.length > 0 ? up : ['.']), ...target.slice(shared)].join('/');
  return path.replace(/\.ts$/, '.js');
}

/** Arguments for a call of a struct's function: the values of its parameters, in order. */
export function parameterArguments(emitter: FunctionEmitter, struct: string): readonly string[] {
  return parametersOf(emitter.module, struct).map(({ name }) => requireEntry(emitter.parameters, name));
}

/** Parameters of a function of a struct; a root is called without those that have a default. */
export function parameterDeclarations(struct: StructIR): readonly Parameter[] {
  const fields = struct.fields.map((field) => field.name);
  return struct.parameters.map(({ name, type, default: preset }) => ({
    name: parameterName(name, fields),
    type,
    ...(preset === undefined ? {} : { initializer: emitConstant(preset) }),
  }));
}

/** Parameter names to local names within a struct's functions. */
export function parameterScope(struct: StructIR): ReadonlyMap<string, string> {
  const fields = struct.fields.map((field) => field.name);
  return new Map(struct.parameters.map(({ name }) => [name, parameterName(name, fields)]));
}

/**
 * A helper function of the module: found by what it does, or else made. `base` is its name unless another
 * function has that already.
 */
export function defineHelper(
  emitter: FunctionEmitter,
  base: string,
  what: unknown,
  make: (name: string) => Code,
  isExported = false,
): string {
  const key = `${emitter.struct.name} ${base} ${JSON.stringify(what)}`;
  for (const helper of emitter.helpers.values()) if (helper.key === key) return helper.name;
  let name = base;
  for (let n = 2; emitter.helpers.has(name) || emitter.taken.has(name); n++) name = `${base}${n}`;
  const half = emitter.direction === 'read' || emitter.direction === 'match' ? 'reading' : 'writing';
  const helper = { name, key, half, isExported } as const;
  emitter.helpers.set(name, { ...helper, code: [] }); // entered first: its body may mention it
  emitter.helpers.set(name, { ...helper, code: make(name) });
  return name;
}
