import { fileURLToPath } from 'node:url';

/** The path of a gzip'd capture in the fixtures. */
export function fixturePath(file: string): string {
  return fileURLToPath(new URL(`../fixtures/${file}`, import.meta.url));
}
