import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file at once: whoever reads it meanwhile finds it as it was, or as it will be. */
export function replaceFile(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}
