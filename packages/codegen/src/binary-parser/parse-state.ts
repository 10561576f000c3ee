import { DEFAULT_LIMITS } from '@bytewright/runtime';
import { emptyElementBudget } from '@bytewright/runtime/codec';
import { RejectedInputError } from './rejected-input-error.js';

/** The object that binary-parser fills: fields by name, and helpers whose names begin with `$`. */
export type Slots = Record<string, unknown>;

/**
 * Whether a slot is a helper, and so not to be left behind. What binary-parser puts there, it removes itself.
 */
export function isHelper(slot: string): boolean {
  return slot.startsWith('$') && slot !== '$parent' && slot !== '$root' && slot !== '$index';
}

/**
 * What the functions of one parser know while it runs. binary-parser gives them the innermost object only,
 * and that of a list's element where the list holds no structs; so the structs that are open, and the
 * parameters bound around them, are kept here. A run cannot be interrupted by another one of the same parser.
 */
export class ParseState {
  readonly #root: ReadonlyMap<string, unknown>;
  #structs: Slots[] = [];
  #environments: ReadonlyMap<string, unknown>[] = [];
  #depth = 0;
  #elements = DEFAULT_LIMITS.elements;
  #emptyElements = 0;

  /** @param root the parameters that a root has by default */
  constructor(root: ReadonlyMap<string, unknown> = new Map()) {
    this.#root = root;
  }

  /** Forgets the last run, which may have ended anywhere. */
  reset(): void {
    this.#structs = [];
    this.#environments = [];
    this.#depth = 0;
    this.#elements = DEFAULT_LIMITS.elements;
  }

  /** A field of the innermost struct, as far as it has been read. */
  field(name: string): unknown {
    return this.#structs.at(-1)?.[name];
  }

  /** The value of a parameter. */
  parameter(name: string): unknown {
    return (this.#environments.at(-1) ?? this.#root).get(name);
  }

  /** A struct begins, which is filled into `slots`. */
  enter(slots: Slots, isRecursive: boolean, path: string): void {
    this.#structs.push(slots);
    if (!isRecursive) return;
    if (this.#depth >= DEFAULT_LIMITS.depth)
      throw new RejectedInputError(path, `more than ${DEFAULT_LIMITS.depth} nested structs`);
    this.#depth++;
  }

  /** The innermost struct ends. */
  leave(isRecursive: boolean): void {
    this.#structs.pop();
    if (isRecursive) this.#depth--;
  }

  /** Binds parameters for what follows; their values have been taken in the environment around. */
  bind(values: ReadonlyMap<string, unknown>): void {
    this.#environments.push(new Map([...(this.#environments.at(-1) ?? this.#root), ...values]));
  }

  /** The parameters bound last are not bound any more. */
  unbind(): void {
    this.#environments.pop();
  }

  /** The size of the input limits list elements that may take no bytes. */
  limitEmptyElements(inputSize: number): void {
    this.#emptyElements = emptyElementBudget(inputSize);
  }

  /** Counts elements that may take no bytes. */
  takeEmptyElements(count: number, path: string): void {
    this.#emptyElements -= count;
    if (this.#emptyElements < 0)
      throw new RejectedInputError(path, 'more list elements that may take no bytes than the input allows');
  }

  /** Counts elements of lists, which are limited in all. */
  takeElements(count: number, path: string): void {
    this.#elements -= count;
    if (this.#elements < 0)
      throw new RejectedInputError(path, `more than ${DEFAULT_LIMITS.elements} list elements`);
  }
}
