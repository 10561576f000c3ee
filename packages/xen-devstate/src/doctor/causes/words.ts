import type { Finding } from '../diagnosis.js';

/** What a finding says besides where it is. */
export type Words = Omit<Finding, 'level' | 'section' | 'offset'>;

/** The words for a fact of the machine that the file shows otherwise than the target expects it. */
export type FactWords = (inFile: unknown, there: unknown) => Words;
