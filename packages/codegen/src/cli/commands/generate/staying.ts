import type { LeftFile } from '../../../files/survey-output.js';

/**
 * Why a generated file is not removed although nothing is generated into it any more, and what to do.
 *
 * @param shown a path as the user sees it
 */
export function staying({ path, why }: LeftFile, shown: (path: string) => string): string {
  return `${shown(path)} is not generated any more and stays, as ${why}; delete it if nothing needs it`;
}
