import type { Finding } from '../diagnosis.js';

/** What a finding says besides where it is. */
export type FindingText = Omit<Finding, 'level' | 'section' | 'offset'>;
