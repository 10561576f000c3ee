import type { DescriptionOverlay } from './overlay.js';

/**
 * Overlays by the names of descriptions: what this package has (`src/overlays`), or what a user adds to that with
 * `devstate import --overlay`.
 *
 * @example
 * export const overlays: Overlays = {
 *   'toaster': { source: 'hw/misc/toaster.c', fields: { lever: { count: '2' } } },
 * };
 */
export type Overlays = Readonly<Record<string, DescriptionOverlay>>;
