import type { Overlays } from '../../overlays/overlays.js';
import type { Contents } from './overlays-of.js';
import type { CatalogPlan, NamedDescription } from './plan-catalog.js';
import type { UnknownValue } from './unknown-value.js';

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
  /** The name of a machine parameter. */
  parameter(name: string): string;
  /** The name of another struct of the catalog. */
  struct(named: NamedDescription): string;
  /** What the tables leave open and no overlay fills: of a field, by its names. */
  unknownValue(name: string, unknownValue: Omit<UnknownValue, 'name'>): string;
}
