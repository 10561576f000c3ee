import type { Definition, PeerSchema } from '../data-set.js';
import { isRecord } from '../data-set.js';
import type { Converted } from './converted.js';
import type { Frame } from './frame.js';
import type { Resolved } from './names-of-types.js';
import { resolveType } from './names-of-types.js';
import type { Syntax } from './parse-condition.js';
import { parseCondition } from './parse-condition.js';
import { parsePath } from './parse-path.js';

/** A struct of a type that is being converted, or was. */
export interface OpenStruct extends Converted {
  readonly inner: Frame;
}

/** What holds for a whole schema while it is converted. */
export class Whole {
  readonly isBigEndian: boolean;
  readonly isLsbFirst: boolean;
  /** Structs that are being converted, for those that contain themselves. */
  readonly open = new Map<string, OpenStruct>();
  /** Names of fields that conditions take single bits of. */
  readonly masked = new Set<string>();
  /** Names of lists of which computed fields select elements. */
  readonly selected = new Set<string>();
  /** Relations to fields that may lie further on: made when all fields are there. */
  readonly later: (() => void)[] = [];
  /** What values there may be that the conversion refuses, if there are any. */
  omission: string | undefined;
  readonly #types: PeerSchema['types'];
  readonly #names = new Set<string>();

  constructor({ config = {}, types }: PeerSchema) {
    this.#types = types;
    this.isBigEndian = (config.endianness ?? 'big_endian') === 'big_endian';
    this.isLsbFirst = config.bit_order === 'lsb_first';
    this.#lookForUses(types);
  }

  resolve(definition: Definition): Resolved {
    return resolveType(this.#types, definition);
  }

  /** Notes that some values of theirs are refused, as the language cannot say what they need. */
  leavesOut(omission: string): void {
    this.omission = omission;
  }

  /** A struct's name that no other one has. */
  name(wanted: string): string {
    const words = wanted.split(/[^A-Za-z0-9]+/).map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
    const joined = words.join('').replace(/^(?![A-Z])/, 'T');
    const plain = joined in globalThis ? `${joined}Struct` : joined; // generated code may need JavaScript's own
    for (let n = 1; ; n++) {
      const name = n === 1 ? plain : `${plain}${n}`;
      if (this.#names.has(name)) continue;
      this.#names.add(name);
      return name;
    }
  }

  /** Whether computed fields within refer to the struct around, or to positions in the whole. */
  reachesOut(definition: Definition, seen = new Set<Definition>()): boolean {
    return (definition.sequence ?? []).some((field) => {
      const { type = '', target = '', targets = [] } = field.computed ?? {};
      if (type === 'position_of' || [target, ...targets].some((path) => path.startsWith('../'))) return true;
      const { definition: inner } = this.resolve(field);
      if (
        inner.sequence === undefined ||
        field.conditional !== undefined ||
        seen.has(inner.sequence as never)
      )
        return false;
      return this.reachesOut(inner, new Set([...seen, inner.sequence as never]));
    });
  }

  /** Whether computed fields of a list's elements refer to the element of another list that corresponds. */
  corresponds(items: Definition): boolean {
    const { definition } = this.resolve(items);
    return [definition, ...(definition.choices ?? []).map((one) => this.resolve(one).definition)].some(
      ({ sequence = [] }) => sequence.some(({ computed }) => /\[corresponding</.test(computed?.target ?? '')),
    );
  }

  #lookForUses(part: unknown): void {
    if (Array.isArray(part)) for (const item of part) this.#lookForUses(item);
    if (!isRecord(part)) return;
    if (typeof part.conditional === 'string') this.#lookForMasks(parseCondition(part.conditional));
    const computed = part.computed;
    if (isRecord(computed) && typeof computed.target === 'string') {
      const { steps } = parsePath(computed.target);
      for (const { name, selector } of steps) if (selector !== undefined) this.selected.add(name);
      const list = steps.at(-1)?.name;
      if (computed.type === 'sum_of_type_sizes' && list !== undefined) this.selected.add(list);
    }
    for (const item of Object.values(part)) this.#lookForUses(item);
  }

  #lookForMasks(condition: Syntax): void {
    if (!('left' in condition)) return;
    if (condition.op === '&' && condition.left.op === 'path')
      this.masked.add(condition.left.path.split('.').at(-1) ?? '');
    this.#lookForMasks(condition.left);
    this.#lookForMasks(condition.right);
  }
}
