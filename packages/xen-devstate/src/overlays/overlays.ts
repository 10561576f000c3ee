import type { DescriptionOverlay } from './overlay.js';

/**
 * Overlays by description name: those of this package (`src/overlays`), or those that a user adds with `devstate import
 * --overlay`.
 *
 * @example
 * export const overlays: Overlays = {
 *   'toaster': { source: 'hw/misc/toaster.c', fields: { lever: { count: '2' } } },
 * };
 */
export type Overlays = Readonly<Record<string, DescriptionOverlay>>;
