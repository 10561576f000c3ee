import { importNatively } from './import-natively.js';

/** What Bun throws for a module that it cannot compile, beside the message. */
interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Imports a module where Bun runs, which loads TypeScript itself.
 *
 * @throws SyntaxError of `FILE:LINE:COLUMN`, as in Node; whatever importing throws
 */
export async function importInBun(url: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await importNatively(url);
  } catch (error) {
    const position = positionOf(error);
    if (position === undefined) throw error;
    const { file, line, column } = position;
    const found = new SyntaxError(`${file}:${line}:${column}: ${Reflect.get(Object(error), 'message')}`);
    found.stack = `SyntaxError: ${found.message}`;
    throw found;
  }
}

function positionOf(error: unknown): Position | undefined {
  if (typeof error !== 'object' || error === null || !('position' in error)) return undefined;
  const { position } = error;
  if (typeof position !== 'object' || position === null) return undefined;
  const { file, line, column }: Partial<Record<keyof Position, unknown>> = position;
  if (typeof file !== 'string' || typeof line !== 'number' || typeof column !== 'number') return undefined;
  return { file, line, column };
}
