import { fileURLToPath } from 'node:url';

/** Path of a capture of the fixtures, gzip'd as it is there. */
export function fixturePath(file: string): string {
  return fileURLToPath(new URL(`../fixtures/${file}`, import.meta.url));
}
