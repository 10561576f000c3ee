import type { RuntimeName } from './runtime-names.js';

/** Collects what a generated module imports, so that it imports exactly what it uses. */
export class Imports {
  readonly #values = new Map<string, Set<string>>();
  readonly #types = new Map<string, Set<string>>();
  readonly #taken: ReadonlySet<string>;

  /** @param taken names that generated types and functions have: what the runtime calls alike is imported under another name */
  constructor(taken: ReadonlySet<string>) {
    this.#taken = taken;
  }

  /** Notes a function or constant of the runtime, and returns its name. */
  runtime(name: RuntimeName): string {
    return this.#renamed(this.#values, name, `runtime${name.charAt(0).toUpperCase()}${name.slice(1)}`);
  }

  /** Notes a type of the runtime, and returns its name. */
  runtimeType(name: string): string {
    return this.#renamed(this.#types, name, `Runtime${name}`);
  }

  /** Notes something of the author's own, and returns the name it has here. */
  external(module: string, name: string, local: string): string {
    add(this.#values, module, name === local ? name : `${name} as ${local}`);
    return local;
  }

  /** Notes a function of another generated module. */
  value(module: string, name: string): string {
    add(this.#values, module, name);
    return name;
  }

  /** Notes a type of another generated module. */
  type(module: string, name: string): string {
    add(this.#types, module, name);
    return name;
  }

  #renamed(map: Map<string, Set<string>>, name: string, other: string): string {
    const isTaken = this.#taken.has(name);
    add(map, '@bytewright/runtime/codec', isTaken ? `${name} as ${other}` : name);
    return isTaken ? other : name;
  }

  /** All imports: packages first, then modules by path; names in alphabetical order. */
  list(): readonly {
    readonly module: string;
    readonly names: readonly string[];
    readonly isTypeOnly: boolean;
  }[] {
    const modules = [...new Set([...this.#values.keys(), ...this.#types.keys()])].sort(byPath);
    return modules.flatMap((module) => {
      const types = [...(this.#types.get(module) ?? [])].sort(byLocalName);
      const values = [...(this.#values.get(module) ?? [])].sort(byLocalName);
      return [
        ...(types.length > 0 ? [{ module, names: types, isTypeOnly: true }] : []),
        ...(values.length > 0 ? [{ module, names: values, isTypeOnly: false }] : []),
      ];
    });
  }
}

function add(map: Map<string, Set<string>>, module: string, name: string): void {
  map.set(module, (map.get(module) ?? new Set()).add(name));
}

function byLocalName(a: string, b: string): number {
  return naturally(localKey(a), localKey(b));
}

/** Numbers by what they are: `readUint8Array` before `readUint32Array`. */
function naturally(a: string, b: string): number {
  const parts = (text: string): readonly string[] => text.match(/\d+|\D/g) ?? [];
  const [left, right] = [parts(a), parts(b)];
  const at = left.findIndex((part, i) => part !== right[i]);
  const [one, other] = [left[at], right[at]];
  if (one === undefined || other === undefined) return left.length - right.length;
  const areNumbers = /^\d/.test(one) && /^\d/.test(other);
  return areNumbers ? Number(one) - Number(other) : one < other ? -1 : 1;
}

const localKey = (name: string): string => sortKey(name.replace(/^.* as /, ''));

/** Letters in alphabetical order whatever their case, a capital before its small letter: as the formatter sorts. */
function sortKey(name: string): string {
  return name.replace(/\D/g, (char) => `${char.toLowerCase()}${char === char.toLowerCase() ? '~' : '!'}`);
}

const segmentsOf = (path: string): readonly string[] => path.replace(/\.js$/, '').split('/');

function inOrder(left: readonly string[], right: readonly string[], longer: 1 | -1): number {
  const at = left.findIndex((part, i) => part !== right[i]);
  const [one, other] = [left[at], right[at]];
  if (one === undefined || other === undefined) return longer * (right.length - left.length);
  const depth = Number(other === '..') - Number(one === '..'); // what is further away first
  return depth !== 0 ? depth : naturally(one, other);
}

function byPath(a: string, b: string): number {
  const relative = Number(a.startsWith('.')) - Number(b.startsWith('.'));
  // modules in a folder come before the module of the folder's name, but a package before its doors
  return relative !== 0 ? relative : inOrder(segmentsOf(a), segmentsOf(b), a.startsWith('.') ? 1 : -1);
}
