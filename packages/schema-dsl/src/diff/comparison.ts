import type { NodeIR } from '../ir/node.js';
import type { FieldIR, SchemaIR, StructIR } from '../ir/schema.js';
import type { Pairing } from './align.js';
import { align } from './align.js';
import type { Change } from './change.js';
import type { ChangeKind } from './change-kinds.js';
import { CHANGE_KINDS } from './change-kinds.js';
import type { CompareOptions } from './compare-options.js';

/** A struct of the old revision and its counterpart in the new one. */
export interface StructPair {
  readonly before: StructIR;
  readonly after: StructIR;
  readonly fields: readonly Pairing<FieldIR>[];
  /** The differences in the structs themselves, excluding nested structs. */
  readonly changes: Change[];
}

/** Two revisions of a schema and the differences found between them. */
export class Comparison {
  readonly before: SchemaIR;
  readonly after: SchemaIR;
  readonly #options: CompareOptions;
  readonly #pairs = new Map<string, StructPair>();

  constructor(before: SchemaIR, after: SchemaIR, options: CompareOptions = {}) {
    this.before = before;
    this.after = after;
    this.#options = options;
  }

  /** The pairs of structs, in the order in which they were encountered. */
  get pairs(): readonly StructPair[] {
    return [...this.#pairs.values()];
  }

  /** All differences, struct by struct. */
  get changes(): readonly Change[] {
    return this.pairs.flatMap((pair) => pair.changes);
  }

  /** A pair by the structs' names, if it has been encountered. */
  pair(before: string, after: string): StructPair | undefined {
    return this.#pairs.get(keyOf(before, after));
  }

  /** Opens a pair that is encountered for the first time. */
  open(before: StructIR, after: StructIR): StructPair {
    const pair = { before, after, fields: this.#alignFields(before, after), changes: [] };
    this.#pairs.set(keyOf(before.name, after.name), pair);
    return pair;
  }

  /** The name of a field in paths. */
  fieldName(field: FieldIR): string {
    return this.#options.fieldName?.(field) ?? field.name;
  }

  /** The name of a struct in paths. */
  structName(struct: StructIR): string {
    return this.#options.structName?.(struct) ?? struct.name;
  }

  #alignFields(before: StructIR, after: StructIR): readonly Pairing<FieldIR>[] {
    const { renames = {} } = this.#options;
    const fieldName = (field: FieldIR): string => this.fieldName(field);
    return align(before.fields, after.fields, {
      oldName: (field) => renames[`${before.name}.${field.name}`] ?? fieldName(field),
      newName: fieldName,
      isAlike: (old, now) => old.visibility === now.visibility && textOf(old.node) === textOf(now.node),
    });
  }
}

/** The position of a comparison: in a pair of structs, at a path, in the value or outside it. */
export class Place {
  readonly comparison: Comparison;
  readonly pair: StructPair;
  readonly path: string;

  constructor(comparison: Comparison, pair: StructPair, path: string) {
    this.comparison = comparison;
    this.pair = pair;
    this.path = path;
  }

  /** Further in. */
  at(step: string): Place {
    return new Place(this.comparison, this.pair, `${this.path}${step}`);
  }

  /** Records a difference here, with the meaning of its kind unless overridden. */
  tell(
    kind: ChangeKind,
    before: string | undefined,
    after: string | undefined,
    known: Partial<Pick<Change, 'backward' | 'forward' | 'source'>> = {},
  ): void {
    const { backward, forward, source } = CHANGE_KINDS[kind];
    this.pair.changes.push({ kind, path: this.path, before, after, backward, forward, source, ...known });
  }

  /** Records a difference if two texts differ. */
  tellIfOther(kind: ChangeKind, before: string | undefined, after: string | undefined): boolean {
    if (before === after) return false;
    this.tell(kind, before, after);
    return true;
  }
}

const keyOf = (before: string, after: string): string => `${before}\n${after}`;

const texts = new WeakMap<NodeIR, string>();

/** A node as text: equal for equal nodes. */
function textOf(node: NodeIR): string {
  const known = texts.get(node) ?? JSON.stringify(node);
  texts.set(node, known);
  return known;
}
