import { structsIn, virtualHeaders } from '@bytewright/schema-dsl/ir';
import type { ModulePlan, StructPlan } from '../plan/generation-plan.js';
import { offerArm } from './arms/arm-code.js';
import type { HelperFunction, ModuleEmitter } from './emitter.js';
import { importPath } from './emitter.js';
import { externalNames } from './external-names.js';
import { Imports } from './imports.js';
import { functionNames } from './names.js';
import { emitCodecFunctions } from './struct/emit-codec.js';
import { emitMatchFunction, emitReadFunction } from './struct/emit-read.js';
import type { TypeCode } from './struct/emit-type.js';
import { emitStructType } from './struct/emit-type.js';
import { emitSizeFunction, emitWriteFunction } from './struct/emit-write.js';
import type { FunctionCode } from './struct/struct-function.js';
import { functionEmitter } from './struct/struct-function.js';

/** The type of a struct and its functions: what a root is used with, what reads it, and what writes it. */
export interface StructCode {
  readonly type: TypeCode | undefined;
  readonly codec: readonly FunctionCode[];
  readonly reading: readonly FunctionCode[];
  readonly writing: readonly FunctionCode[];
}

/** A generated module as data, before it is printed. */
export interface ModuleCode {
  readonly imports: ReturnType<Imports['list']>;
  readonly structs: readonly StructCode[];
  readonly helpers: readonly HelperFunction[];
  /** What other modules hold and this one offers again. */
  readonly offered: readonly {
    readonly module: string;
    readonly types: readonly string[];
    readonly values: readonly string[];
  }[];
}

/** A module's code, and that of a module beside it, by its path. */
export interface EmittedModule {
  readonly code: ModuleCode;
  readonly beside: { readonly path: string; readonly code: ModuleCode } | undefined;
}

/** The code of one module: types of its structs and what they are used with, then what reads them, and what writes them. */
export function emitModule(module: ModulePlan): EmittedModule {
  const generated = topLevelNames(module);
  const externals = externalNames(module, generated);
  const taken = new Set([...generated, ...externals.values()]);
  const imports = new Imports(taken);
  const emitter: ModuleEmitter = {
    module,
    structs: module.definitions,
    imports,
    taken,
    externals,
    helpers: new Map(),
    tables: new Map(),
    beside: { arms: undefined },
  };
  const structs = module.structs.map((struct) => emitStruct(struct, emitter));
  const { arms } = emitter.beside;
  return {
    code: {
      imports: imports.list(),
      structs,
      helpers: [...emitter.helpers.values()],
      offered: [...module.offered].map(([home, names]) => ({
        module: importPath(module, home),
        types: [...names].sort(),
        values: names.flatMap(publicFunctions).sort(),
      })),
    },
    beside: arms && {
      path: arms.module.output,
      code: { imports: arms.imports.list(), structs: [], helpers: [...arms.helpers.values()], offered: [] },
    },
  };
}

/** The functions that a struct which stands by itself is used with. */
function publicFunctions(struct: string): readonly string[] {
  return [functionNames.decode(struct), functionNames.encode(struct), functionNames.sizeOf(struct)];
}

/** Names of types and functions of structs that the module holds or uses: no helper and no import may be called so. */
function topLevelNames(module: ModulePlan): ReadonlySet<string> {
  const own = module.structs.map(({ struct }) => struct);
  const used = own.flatMap((struct) => [
    ...struct.fields.flatMap((field) => structsIn(field.node)),
    ...virtualHeaders(struct).map((header) => header.struct),
  ]);
  const known = new Set([...own.map(({ name }) => name), ...used]);
  return new Set(
    [...known].flatMap((struct) => [struct, ...Object.values(functionNames).map((of) => of(struct))]),
  );
}

function emitStruct(plan: StructPlan, emitter: ModuleEmitter): StructCode {
  const { struct, functions, isRoot, isShared } = plan;
  const hasType = functions.has('read') || functions.has('write') || functions.has('size');
  const isExported = isRoot || isShared;
  const arm = emitter.module.arms.get(struct.name);
  const reading: FunctionCode[] = [];
  if (functions.has('read')) reading.push(emitReadFunction(struct, isExported, emitter));
  if (functions.has('match')) reading.push(emitMatchFunction(struct, isShared, emitter));
  if (arm !== undefined) offerArm(arm, 'Reading', functionEmitter(emitter, struct, 'read'));
  const writing: FunctionCode[] = [];
  if (functions.has('size')) writing.push(emitSizeFunction(struct, isExported, emitter));
  if (functions.has('write')) writing.push(emitWriteFunction(struct, isExported, emitter));
  if (arm !== undefined) offerArm(arm, 'Writing', functionEmitter(emitter, struct, 'write'));
  // behind the arm that other modules take, which is then also what the root is searched by
  const codec = isRoot ? emitCodecFunctions(plan, emitter) : [];
  // last: the type of a large union is made from the table that its functions need
  const type = hasType ? emitStructType(struct, emitter) : undefined;
  return { type, codec, reading, writing };
}
