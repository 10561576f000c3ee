import type { Target } from '../target.js';

/** The targets by name. Each is loaded on demand, as catalogs take seconds. */
export const TARGETS: ReadonlyMap<string, () => Promise<Target>> = new Map<string, () => Promise<Target>>([
  ['devstate', async () => new (await import('./devstate.js')).DevstateTarget()],
  ['codecs', async () => (await import('./codecs.js')).CodecsTarget.load()],
  ['snapshot', async () => new (await import('./snapshot.js')).SnapshotTarget()],
  ['layout', async () => new (await import('./layout.js')).LayoutTarget()],
]);
