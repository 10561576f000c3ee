import type { NodeIR, ParameterIR, SchemaIR, SearchNode, StructIR } from '@bytewright/schema-dsl/ir';
import { structNamed } from '@bytewright/schema-dsl/ir';

/** The functions that generated code can have for a struct. */
export type StructFunction = 'read' | 'write' | 'size' | 'match';

/** A schema module as it was loaded. Names of structs are its own: another module may have others of these names. */
export interface SchemaModule {
  /** Path of the source, relative to the configuration, with forward slashes. */
  readonly source: string;
  /** Path of the generated module, likewise; or what it is imported as, where another package has it. */
  readonly output: string;
  /** Whether another package has the generated module. */
  readonly isElsewhere?: boolean;
  /**
   * Exported structs that get a public codec, with their representations, in order of export. A parameter that the export
   * binds has that value as its default here.
   */
  readonly roots: readonly SchemaIR[];
  /** Names of all exported structs, which are generated here whoever uses them. */
  readonly exported: ReadonlyMap<string, SchemaIR>;
  /** How the representation of each begins as it is exported, which is with parameters bound where they are; the struct if not given. */
  readonly declared?: ReadonlyMap<string, NodeIR>;
  /** Exports that nobody asked to leave out, and for which no code is generated. */
  readonly leftOut?: readonly LeftOutStruct[];
}

/** An export for which no code is generated. */
export interface LeftOutStruct {
  readonly name: string;
  /** Why, and what to write so that there is some. */
  readonly why: string;
  /** Whether there is code for it all the same where another struct has it as a part. */
  readonly unlessUsed: boolean;
}

/** What one generated module holds. */
export interface ModulePlan {
  readonly source: string;
  readonly output: string;
  /** Whether another package has it: nothing is written then. */
  readonly isElsewhere: boolean;
  /** How many arms make code for a union a table. */
  readonly tablesFrom: number;
  /** The module that it was cut from, as that would have been too long. */
  readonly cutFrom?: ModulePlan;
  readonly structs: readonly StructPlan[];
  /** Roots that another module holds, by that: this one offers them again. */
  readonly offered: ReadonlyMap<ModulePlan, readonly string[]>;
  /** All structs that it speaks of, by the names that they have in it. */
  readonly definitions: Readonly<Record<string, StructIR>>;
  /** The module in which each of them is generated. */
  readonly homes: ReadonlyMap<string, ModulePlan>;
  /** Structs of its own that are arms of other modules' tables, each as it is searched for there: struct to the arm's node. */
  readonly arms: ReadonlyMap<string, NodeIR>;
  /** The table of another package's that its own large one extends. */
  readonly extended: ExtendedTable | undefined;
  /** Its exported structs, by name, as they are exported: a reference, or one with parameters bound. */
  readonly exported: ReadonlyMap<string, NodeIR>;
  /** Names of those that decode by themselves. */
  readonly roots: readonly string[];
}

/** A table of another package's that has most of a table's arms, so that only the others have to be listed. */
export interface ExtendedTable {
  readonly module: ModulePlan;
  /** The struct and the field whose table extends it. */
  readonly by: { readonly struct: string; readonly field: string };
  /** The struct that it is a table of, and the field. */
  readonly struct: string;
  readonly field: string;
  /** Names of its arms. */
  readonly arms: ReadonlySet<string>;
  /** Names of arms that are the same in both. */
  readonly same: ReadonlySet<string>;
}

/** What is generated for one struct. */
export interface StructPlan {
  readonly struct: StructIR;
  /** Whether `decodeX`, `encodeX` and `sizeOfX` are offered for the struct by itself. */
  readonly isRoot: boolean;
  /** How it is searched for by itself, where it reads parameters that have candidates. */
  readonly searched?: SearchNode;
  readonly functions: ReadonlySet<StructFunction>;
  /** Whether another module needs the struct, so that its functions are exported. */
  readonly isShared: boolean;
}

/** Parameters of a struct's functions, in order. */
export function parametersOf({ definitions }: ModulePlan, struct: string): readonly ParameterIR[] {
  return structNamed(struct, definitions).parameters;
}
