import type { Finding } from '../diagnosis.js';

/** The text of a finding, without its location. */
export type FindingText = Omit<Finding, 'level' | 'section' | 'offset'>;
