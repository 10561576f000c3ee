import { quote } from './layout-text.js';
import type { ModuleContext } from './module-context.js';
import { ModuleImports } from './module-imports.js';
import type { Place, Places } from './place-modules.js';
import { modulePath } from './place-modules.js';
import type { NamedDescription } from './plan-catalog.js';
import { printDescription } from './print-description.js';
import type { PrintedModule } from './printed-module.js';
import type { UnknownValue } from './unknown-value.js';

/** The package that schema modules import the nodes of QEMU's types from. */
const VMSTATE = '@bytewright/xen-devstate/vmstate';
/** And what a machine is made of. */
const PARAMETERS = '@bytewright/xen-devstate/machine-parameters';
const LANGUAGE = '@bytewright/schema-dsl';

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
  const unknownValues = new Map<string, UnknownValue[]>();
  const parts = new Map<string, Set<string>>();
  const contextOf = (of: string): ModuleContext => ({
    plan,
    overlays,
    contents,
    head,
    language: (name) => imports.add(name, LANGUAGE),
    vmstate: (name) => imports.add(name, VMSTATE),
    parameter: (name) => imports.add(name, PARAMETERS),
    struct: ({ type, module }) => {
      parts.set(of, (parts.get(of) ?? new Set()).add(type));
      if (module === path) return type;
      uses.add(module);
      return imports.add(type, modulePath({ place, folder }, { place: places(module), path: module }));
    },
    unknownValue: (name, unknownValue) => {
      const full = `${of}.${name}`;
      unknownValues.set(of, [...(unknownValues.get(of) ?? []), { ...unknownValue, name: full }]);
      const type = unknownValue.missing === 'presence' ? 'bool' : 'u32be';
      return `${imports.add('unknownValue', VMSTATE)}(${quote(full)}, ${quote(type)})`;
    },
  });
  const bodies = items.map((item) => printDescription(item, contextOf(item.type)));
  return {
    path,
    text: `${head}${imports.print()}\n${bodies.join('\n')}`,
    uses: [...uses].sort(),
    unknownValues,
    parts,
  };
}
