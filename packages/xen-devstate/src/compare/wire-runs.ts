import { describePresence } from './describe-field.js';
import { sizeOfField } from './size-of.js';
import { valueWhere } from './usual-value.js';
import type { WireDescription, WireField } from './wire-description.js';
import { ALWAYS, ANY_SIZE } from './wire-description.js';

/** A range of a payload that the loader reads at once: a value, or an array. */
export interface WireRun {
  /** Its path, in QEMU's names. */
  readonly path: string;
  readonly type: string;
  readonly least: number;
  readonly most: number;
  /** When it is present, as text; `undefined` if it always is. */
  readonly condition: string | undefined;
  /** Whether it may be absent. */
  readonly isOptional: boolean;
  /** The contents of one element, if known. */
  readonly inner: readonly WireRun[] | undefined;
  /** The number of elements, as text. */
  readonly count: string;
}

/** How to lay out a description. */
export interface LayoutOptions {
  /** The version being read, if it is on the wire. Fields of later versions are left out. */
  readonly version: number;
  /** Whether the other side is from a source of another kind: then conditions have no text, and content written by QEMU's own code is ignored. */
  readonly isMixed: boolean;
  /** Known parameters of the machine that saves the state. */
  readonly machineParameters: MachineParameterValues;
}

/** Numbers by the names of parameters. */
export type MachineParameterValues = Readonly<Record<string, number>>;

/** The name of a condition without a text: two of these may be different. */
export const UNKNOWN_CONDITION = 'on a condition';

/** More than any device has. */
const MOST_RUNS = 100_000;

/** The fields of a description in the order of the payload, without subsections. @returns `undefined` for more than any device has */
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
    this.#made++; // structs count too: nested structs may multiply without containing any fields
    if (isKnown && count === undefined) return this.runsOf(content, path, { condition });
    const { least, most } =
      this.#isMixed && field.isOverlaid ? ANY_SIZE : sizeOfField({ ...field, presence: ALWAYS });
    if (most === 0) return [];
    const inner = isKnown ? this.runsOf(content, `${path}[]`, {}) : undefined;
    const many = count === undefined ? '' : count.kind === 'fixed' ? String(count.value) : count.kind;
    // a capture leaves out an array without elements
    const isOptional = condition !== undefined || (this.#isMixed && least === 0);
    return [{ path, type, least, most, condition, isOptional, inner, count: many }];
  }

  /** Whether a condition holds, if the known parameters determine it. */
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
