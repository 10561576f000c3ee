import type { Overlays } from '../../overlay/overlays.js';
import type { Hole } from './hole.js';
import { quote } from './layout-text.js';
import { ModuleImports } from './module-imports.js';
import type { Contents } from './overlays-of.js';
import type { Place, Places } from './place-modules.js';
import { modulePath } from './place-modules.js';
import type { CatalogPlan, NamedDescription } from './plan-catalog.js';
import { printDescription } from './print-description.js';

/** The package that schema modules import the nodes of QEMU's types from. */
const VMSTATE = '@bytewright/xen-devstate/vmstate';
/** And what a machine is made of. */
const FACTS = '@bytewright/xen-devstate/facts';
const LANGUAGE = '@bytewright/schema-dsl';

/** A schema module as text, before it is written. */
export interface PrintedModule {
  /** Its path in the catalog without the ending, such as `devices/mc146818rtc`. */
  readonly path: string;
  readonly text: string;
  /** Paths of the modules of the catalog that it imports. */
  readonly uses: readonly string[];
  /** What its descriptions leave open, by type. */
  readonly holes: ReadonlyMap<string, readonly Hole[]>;
  /** The structs that they consist of, by type: also those that an overlay speaks of. */
  readonly parts: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What is printed into a module asks for what it needs to import. */
export interface ModuleContext {
  readonly plan: CatalogPlan;
  readonly overlays: Overlays;
  readonly contents: Contents;
  /** Comments that the module begins with. */
  readonly head: string;
  /** The name of a construct of the schema language. */
  language(name: string): string;
  /** The name of a node for one of QEMU's types. */
  vmstate(name: string): string;
  /** The name of a machine fact. */
  fact(name: string): string;
  /** The name of another struct of the catalog. */
  struct(named: NamedDescription): string;
  /** What the tables leave open and no overlay fills: of a field, by its names. */
  hole(name: string, hole: Omit<Hole, 'name'>): string;
}

/**
 * The text of one schema module.
 *
 * @param items all descriptions that the plan puts there, each after those that it consists of
 * @param where it is, and where the others are
 */
export function printModule(
  path: string,
  items: readonly NamedDescription[],
  { plan, overlays, contents, head }: Pick<ModuleContext, 'plan' | 'overlays' | 'contents' | 'head'>,
  { place, places }: { readonly place: Place; readonly places: Places },
): PrintedModule {
  const [folder = ''] = path.split('/');
  const imports = new ModuleImports();
  const uses = new Set<string>();
  const holes = new Map<string, Hole[]>();
  const parts = new Map<string, Set<string>>();
  const contextOf = (of: string): ModuleContext => ({
    plan,
    overlays,
    contents,
    head,
    language: (name) => imports.add(name, LANGUAGE),
    vmstate: (name) => imports.add(name, VMSTATE),
    fact: (name) => imports.add(name, FACTS),
    struct: ({ type, module }) => {
      parts.set(of, (parts.get(of) ?? new Set()).add(type));
      if (module === path) return type;
      uses.add(module);
      return imports.add(type, modulePath({ place, folder }, { place: places(module), path: module }));
    },
    hole: (name, hole) => {
      const full = `${of}.${name}`;
      holes.set(of, [...(holes.get(of) ?? []), { ...hole, name: full }]);
      const type = hole.missing === 'presence' ? 'bool' : 'u32be';
      return `${imports.add('hole', VMSTATE)}(${quote(full)}, ${quote(type)})`;
    },
  });
  const bodies = items.map((item) => printDescription(item, contextOf(item.type)));
  return {
    path,
    text: `${head}${imports.print()}\n${bodies.join('\n')}`,
    uses: [...uses].sort(),
    holes,
    parts,
  };
}
