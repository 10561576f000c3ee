import { importNatively } from './import-natively.js';

/** The position in the error that Bun throws for a module it cannot compile. */
interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Imports a module in Bun, which loads TypeScript itself.
 *
 * @throws SyntaxError with `FILE:LINE:COLUMN`, as in Node; any error of the import
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
