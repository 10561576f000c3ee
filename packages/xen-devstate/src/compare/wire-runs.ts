import { describePresence } from './describe-field.js';
import { sizeOfField } from './size-of.js';
import { valueWhere } from './usual-value.js';
import type { WireDescription, WireField } from './wire-description.js';
import { ALWAYS, ANY_SIZE } from './wire-description.js';

/** A range of a payload that a load takes in one go: a value, or an array. */
export interface WireRun {
  /** The way to it by QEMU's names. */
  readonly path: string;
  readonly type: string;
  readonly least: number;
  readonly most: number;
  /** When it is there, in words; `undefined` for what always is. */
  readonly condition: string | undefined;
  /** Whether it may be nothing. */
  readonly isOptional: boolean;
  /** What one element of it is made of, if that is known. */
  readonly inner: readonly WireRun[] | undefined;
  /** How many elements it has, in words. */
  readonly count: string;
}

/** How to lay out. */
export interface LayoutOptions {
  /** The version that is read, where that is on the wire. Fields of later ones are not in it. */
  readonly version: number;
  /** Whether the other side is from a source of another kind: conditions have no words then, and QEMU's own code is not looked into. */
  readonly isMixed: boolean;
  /** Facts that are known of who saves the state. */
  readonly machineParameters: MachineParameterValues;
}

/** Numbers by the names of parameters. */
export type MachineParameterValues = Readonly<Record<string, number>>;

/** What a condition is called that has no words: two of these may be two. */
export const UNKNOWN_CONDITION = 'on a condition';

/** More than any device has. */
const MOST_RUNS = 100_000;

/** A description's fields as they lie in a payload, without subsections. @returns `undefined` for more than any device has */
export function wireRuns(
  description: WireDescription,
  { version, isMixed, machineParameters }: LayoutOptions,
): readonly WireRun[] | undefined {
  const layout = new Layout(isMixed, machineParameters);
  const runs = layout.runsOf(description, '', { version });
  return layout.isFull ? undefined : runs;
}

class Layout {
  readonly #isMixed: boolean;
  readonly #machineParameters: MachineParameterValues;
  #made = 0;

  constructor(isMixed: boolean, machineParameters: MachineParameterValues) {
    this.#isMixed = isMixed;
    this.#machineParameters = machineParameters;
  }

  get isFull(): boolean {
    return this.#made > MOST_RUNS;
  }

  runsOf(
    { fields }: WireDescription,
    path: string,
    { version, condition }: { readonly version?: number; readonly condition?: string | undefined },
  ): readonly WireRun[] {
    return fields.flatMap((field) => {
      const { presence } = field;
      const isLater = presence.kind === 'since' && version !== undefined && presence.version > version;
      if (isLater || this.isFull || this.#truthOf(field) === false) return [];
      return this.#field(field, path === '' ? field.name : `${path}.${field.name}`, condition);
    });
  }

  /** @param around the condition of the struct that the field is in */
  #field(field: WireField, path: string, around: string | undefined): readonly WireRun[] {
    const { content, count, type } = field;
    const isKnown =
      content !== undefined &&
      (!this.#isMixed || (content.isDescribed && type === 'struct' && !field.isOverlaid));
    const condition = this.#conditionOf(field, around);
    this.#made++; // structs count, too: one in two fields of one in two fields may hold nothing at all
    if (isKnown && count === undefined) return this.runsOf(content, path, { condition });
    const { least, most } =
      this.#isMixed && field.isOverlaid ? ANY_SIZE : sizeOfField({ ...field, presence: ALWAYS });
    if (most === 0) return [];
    const inner = isKnown ? this.runsOf(content, `${path}[]`, {}) : undefined;
    const many = count === undefined ? '' : count.kind === 'fixed' ? String(count.value) : count.kind;
    // a capture says nothing of an array without elements, and may have had none
    const isOptional = condition !== undefined || (this.#isMixed && least === 0);
    return [{ path, type, least, most, condition, isOptional, inner, count: many }];
  }

  /** Whether a condition holds, as far as parameters that are known say. */
  #truthOf({ presence }: WireField): boolean | undefined {
    if (presence.kind !== 'when' || presence.holds === undefined) return undefined;
    const value = valueWhere(presence.holds, ({ name }) =>
      Object.hasOwn(this.#machineParameters, name) ? this.#machineParameters[name] : undefined,
    );
    return typeof value === 'boolean' ? value : undefined;
  }

  #conditionOf(field: WireField, around: string | undefined): string | undefined {
    const { presence } = field;
    if (presence.kind !== 'when' || this.#truthOf(field) === true) return around;
    if (this.#isMixed) return UNKNOWN_CONDITION;
    const own = describePresence(presence);
    return around === undefined ? own : `${around}, and ${own}`;
  }
}
