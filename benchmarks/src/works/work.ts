import type { Pace } from '../measuring/measure.js';
import type { Subject } from '../subject.js';

/** Subjects that are measured in one process, apart from all others: what one taught the compiler, another cannot use. */
export interface Work {
  readonly name: string;
  /** Parts are measured one after another; what is in one part, in turns. */
  readonly parts: readonly {
    readonly pace: Pace;
    /** Made when it is its turn, so that nothing of it is in memory before. */
    subjects(isSmoke: boolean): Promise<readonly Subject[]>;
  }[];
}
