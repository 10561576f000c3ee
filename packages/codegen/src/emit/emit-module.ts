import { structsIn, virtualHeaders } from '@bytewright/schema-dsl/ir';
import type { ModulePlan, StructPlan } from '../plan/generation-plan.js';
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

/** A generated module as data, before it is printed. */
export interface ModuleCode {
  readonly imports: ReturnType<Imports['list']>;
  readonly structs: readonly {
    readonly type: TypeCode | undefined;
    readonly functions: readonly FunctionCode[];
  }[];
  readonly helpers: readonly HelperFunction[];
  /** What other modules hold and this one offers again. */
  readonly offered: readonly {
    readonly module: string;
    readonly types: readonly string[];
    readonly values: readonly string[];
  }[];
}

/** The code of one module: types and functions of its structs, then the helper functions they use. */
export function emitModule(module: ModulePlan): ModuleCode {
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
  };
  const structs = module.structs.map((struct) => emitStruct(struct, emitter));
  return {
    imports: imports.list(),
    structs,
    helpers: [...emitter.helpers.values()],
    offered: [...module.offered].map(([home, names]) => ({
      module: importPath(module, home),
      types: [...names].sort(),
      values: names.flatMap(publicFunctions).sort(),
    })),
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

function emitStruct(plan: StructPlan, emitter: ModuleEmitter): ModuleCode['structs'][number] {
  const { struct, functions, isRoot, isShared } = plan;
  const hasType = functions.has('read') || functions.has('write') || functions.has('size');
  const emitted: FunctionCode[] = [];
  if (isRoot) emitted.push(...emitCodecFunctions(struct, emitter));
  if (functions.has('size')) emitted.push(emitSizeFunction(struct, isRoot || isShared, emitter));
  if (functions.has('read')) emitted.push(emitReadFunction(struct, isRoot || isShared, emitter));
  if (functions.has('write')) emitted.push(emitWriteFunction(struct, isRoot || isShared, emitter));
  if (functions.has('match')) emitted.push(emitMatchFunction(struct, isShared, emitter));
  return {
    type: hasType ? emitStructType(struct, emitter) : undefined,
    functions: emitted,
  };
}
