import type { ParameterIR, SchemaIR, StructIR } from '@bytewright/schema-dsl/ir';
import { structNamed } from '@bytewright/schema-dsl/ir';

/** The functions that generated code can have for a struct. */
export type StructFunction = 'read' | 'write' | 'size' | 'match';

/** A schema module as it was loaded. */
export interface SchemaModule {
  /** Path of the source, relative to the configuration, with forward slashes. */
  readonly source: string;
  /** Path of the generated module, likewise. */
  readonly output: string;
  /** Exported structs that get a public codec, with their representations, in order of export. */
  readonly roots: readonly SchemaIR[];
  /** Names of all exported structs, which are generated here whoever uses them. */
  readonly exported: ReadonlyMap<string, SchemaIR>;
}

/** What one generated module holds. */
export interface ModulePlan {
  readonly source: string;
  readonly output: string;
  readonly structs: readonly StructPlan[];
}

/** What is generated for one struct. */
export interface StructPlan {
  readonly struct: StructIR;
  /** Whether `decodeX`, `encodeX` and `sizeOfX` are offered for the struct by itself. */
  readonly isRoot: boolean;
  readonly functions: ReadonlySet<StructFunction>;
  /** Whether another module needs the struct, so that its functions are exported. */
  readonly isShared: boolean;
}

/** Everything that is generated in one run. */
export interface GenerationPlan {
  readonly modules: readonly ModulePlan[];
  readonly structs: Readonly<Record<string, StructIR>>;
  /** The module in which each struct is generated. */
  readonly home: ReadonlyMap<string, ModulePlan>;
}

/** Parameters of a struct's functions, in order. */
export function parametersOf(plan: GenerationPlan, struct: string): readonly ParameterIR[] {
  return structNamed(struct, plan.structs).parameters;
}
