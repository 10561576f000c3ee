import type { DescriptionOverlay } from './overlay.js';

/** Sound. */
export const AUDIO: Readonly<Record<string, DescriptionOverlay>> = {
  ac97: {
    source: 'QEMU hw/audio/ac97.c, is_version_2',
    fields: { unused: { presentWhen: 'version.eq(2)' } },
  },
};
