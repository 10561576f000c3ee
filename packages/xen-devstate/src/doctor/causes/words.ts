import type { Finding } from '../diagnosis.js';

/** What a finding says besides where it is. */
export type Words = Omit<Finding, 'level' | 'section' | 'offset'>;
