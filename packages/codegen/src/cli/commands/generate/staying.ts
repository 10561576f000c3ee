import type { LeftFile } from '../../../files/survey-output.js';

/** Why a generated file is not removed although nothing is generated into it any more, and what to do. */
export function staying({ path, why }: LeftFile): string {
  return `${path} is not generated any more and stays, as ${why}; delete it if nothing needs it`;
}
