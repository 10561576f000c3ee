import type { Binding, Expr, Fields, Node, Reference, Relation } from '@bytewright/schema-dsl';
import { struct } from '@bytewright/schema-dsl';

/** References to fields whose types are known only when the schema is made. */
export type References = Readonly<Record<string, Reference<Node<unknown>>>>;

/** The field that holds a struct: by itself, or in a list or as an alternative, where it cannot be referred to. */
export interface Host {
  readonly builder: StructBuilder;
  readonly slot: string;
  readonly isDirect: boolean;
}

/** A struct while it is made: fields are added in wire order, relations in any order until it is first used. */
export class StructBuilder {
  readonly host: Host | undefined;
  /** The struct, which may be put into others before it is complete. */
  readonly node: Node<unknown>;
  readonly #name: string;
  readonly #fields: Record<string, Node<unknown>> = {};
  readonly #relations: (($: References) => Relation)[] = [];
  readonly #bindings = new Map<string, (($: References) => Binding)[]>();
  readonly #folded = new Set<string>();
  #made: Node<unknown> | undefined;

  constructor(name: string, host?: Host) {
    this.#name = name;
    this.host = host;
    this.node = deferred(() => this.#make());
  }

  /** A field name that is free and legal, near the wanted one. */
  slot(wanted: string): string {
    const plain = wanted.replace(/\W/g, '_');
    for (let n = 0; ; n++) {
      const name = n === 0 && !(plain in {}) && plain !== 'then' ? plain : `${plain}${n + 1}`;
      const folded = name.replaceAll('_', '').toLowerCase();
      if (this.#folded.has(folded)) continue;
      this.#folded.add(folded);
      return name;
    }
  }

  add(slot: string, node: Node<unknown>): void {
    this.#fields[slot] = node;
  }

  relate(relation: ($: References) => Relation): void {
    this.#relations.push(relation);
  }

  /** Binds a parameter for a field. */
  bind(slot: string, binding: ($: References) => Binding): void {
    this.#bindings.set(slot, [...(this.#bindings.get(slot) ?? []), binding]);
  }

  #make(): Node<unknown> {
    this.#made ??= struct(this.#name, this.#fields as Fields).where((fields) => {
      const $ = fields as References; // those of `#fields`
      return [
        ...this.#relations.map((relation) => relation($)),
        ...[...this.#bindings].map(([slot, bindings]) =>
          fieldAt($, [slot]).with(...bindings.map((bind) => bind($))),
        ),
      ];
    }) as Node<unknown>;
    return this.#made;
  }
}

/** The reference to a field by its path through nested structs. */
export function fieldAt($: References, path: readonly string[]): Reference<Node<unknown>> {
  const [first = '', ...rest] = path;
  const reference = $[first];
  if (reference === undefined) throw new TypeError(`there is no field ${first}`);
  // a nested struct has references of the same kind; no type says so, as its fields are known at run time only
  return rest.length === 0 ? reference : fieldAt(reference.$ as unknown as References, rest);
}

/** A node that is made when something of it is asked for, but for whether it is one. */
function deferred(make: () => Node<unknown>): Node<unknown> {
  return new Proxy({} as Node<unknown>, {
    get: (_, key) => Reflect.get(make(), key) as unknown,
    has: (_, key) => typeof key === 'symbol' || Reflect.has(make(), key),
  });
}

/** An expression of the type that its field is known to have. */
export type Lazy<T> = ($: References) => Expr<T>;
