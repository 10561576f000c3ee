import type { Definition } from '../data-set.js';
import type { Path } from './parse-path.js';
import type { StructBuilder } from './struct-builder.js';
import { MeaninglessSchema } from './unconverted.js';

/** What a field can be in an expression. */
export type ScalarType = 'number' | 'bigint' | 'boolean' | 'string' | 'flags';

/** An element of a list of fixed length whose elements became fields. */
export interface Unrolled {
  readonly type: string;
  /** The field with which the element begins, and the one that it is. */
  readonly first: string;
  readonly slot: string;
  /** The bytes in front of `slot`. */
  readonly ahead: number;
  /** The alternatives by type, where the element is a choice. */
  readonly tags: ReadonlyMap<string, number | bigint> | undefined;
  /** The fields of each type that the element can be. */
  readonly frames: ReadonlyMap<string, Frame>;
}

/** What became of a field of theirs. */
export interface Plan {
  readonly definition: Definition;
  readonly builder: StructBuilder;
  readonly slot: string;
  /** The field that its bytes begin with, if not `slot`. */
  readonly first?: string;
  readonly scalar?: ScalarType | undefined;
  /** Bytes that it always takes. */
  readonly size?: number | undefined;
  /** The fields of a struct, whether they are in `builder` or in one of their own. */
  readonly inner?: Frame | undefined;
  readonly elements?: readonly Unrolled[];
}

/** Where in a list that became fields a struct is. */
export interface Place {
  readonly list: Frame;
  readonly field: string;
  readonly index: number;
  readonly type: string;
}

/** The fields of one of their structs, while it is converted. */
export interface Frame {
  readonly definition: Definition;
  readonly parent: Frame | undefined;
  readonly builder: StructBuilder;
  /** In front of the names of fields that are put into the struct around. */
  readonly prefix: string;
  readonly plans: Map<string, Plan>;
  readonly place: Place | undefined;
  /** Whether it is a struct of ours that none of theirs is: it counts in no path. */
  readonly isTransparent: boolean;
}

/** The frame that a path starts from. */
export function startOf(frame: Frame, { up, isFromRoot, text }: Path): Frame {
  let at = frame;
  if (isFromRoot) while (at.parent !== undefined) at = at.parent;
  at = opaque(at);
  for (let n = 0; n < up; n++) {
    if (at.parent === undefined) throw new MeaninglessSchema(`${text} leads out of the outermost type`);
    at = opaque(at.parent);
  }
  return at;
}

/** The frame of a struct of theirs. */
function opaque(frame: Frame): Frame {
  let at = frame;
  while (at.isTransparent && at.parent !== undefined) at = at.parent;
  return at;
}

/** The frame that a path's last name is looked up in, and that name. */
export function locate(frame: Frame, path: Path): { readonly frame: Frame; readonly name: string } {
  let at = startOf(frame, path);
  const names = path.steps.map(({ name }) => name);
  const first = names[0] ?? '';
  // a union that is a type by itself is told by a field of whatever struct it stands in
  while (path.up === 0 && !path.isFromRoot && !has(at, first) && at.parent !== undefined) at = at.parent;
  for (const name of names.slice(0, -1)) {
    const inner = at.plans.get(name)?.inner;
    if (inner === undefined)
      throw new MeaninglessSchema(`${path.text} leads through ${name}, which is not a struct`);
    at = inner;
  }
  const name = names.at(-1) ?? '';
  if (!has(at, name)) throw new MeaninglessSchema(`${path.text}: there is no field ${name}`);
  return { frame: at, name };
}

function has({ definition, plans }: Frame, name: string): boolean {
  return plans.has(name) || (definition.sequence ?? []).some((field) => field.name === name);
}
