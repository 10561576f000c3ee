import type { ts } from 'ts-morph';

/** Code that is there only for a name, such as what a variable is assigned: it counts where that name is read. */
export interface Item {
  isLive: boolean;
  /** The names that it reads. */
  readonly reads: Binding[];
}

/** A place where a name stands. */
export interface Use {
  readonly node: ts.Identifier;
  readonly kind: 'read' | 'write';
  /** The code that it belongs to. */
  readonly item: Item;
  /** The statement that only assigns to the name, if it is one. */
  readonly statement?: ts.ExpressionStatement;
  /** Whether another rule has taken the place away. */
  isGone: boolean;
}

/** How a name came to be. */
export type BindingKind =
  | 'import'
  | 'declaration'
  | 'constant'
  | 'variable'
  | 'parameter'
  | 'loop'
  | 'caught';

/** A name that a module declares, and all places where it means this. */
export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  /** The import specifier, function, type, variable, element of a pattern, or parameter. */
  readonly declaration: ts.Node;
  /** The function that it is local to; `undefined` for what is the module's. */
  readonly owner: ts.Node | undefined;
  /** The code it stands in: where that is not needed, neither is this. */
  readonly item: Item;
  /** In the order of the text. */
  readonly uses: Use[];
  /** Whether a function within its own reads or assigns it. */
  isCaptured: boolean;
  /** What is there only for it. */
  readonly items: Item[];
  /** Whether something reads it that is there for a reason of its own. */
  isRead: boolean;
}

/** A name that a scope knows: its own, or one from around it. */
export class Scope {
  readonly #names = new Map<string, Binding>();
  readonly #outer: Scope | undefined;
  /** The function that it belongs to. */
  readonly owner: ts.Node | undefined;

  constructor(outer?: Scope, owner: ts.Node | undefined = outer?.owner) {
    this.#outer = outer;
    this.owner = owner;
  }

  declare(binding: Binding): void {
    this.#names.set(binding.name, binding);
  }

  find(name: string): Binding | undefined {
    return this.#names.get(name) ?? this.#outer?.find(name);
  }
}
