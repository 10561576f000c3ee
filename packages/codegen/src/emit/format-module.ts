import type { FormatConfig } from 'oxfmt';
import { format } from 'oxfmt';
import { fillLines } from './fill-lines.js';
import { LINE_WIDTH } from './line-width.js';

/** How generated code is laid out. Its version is pinned in the package's dependencies: another one may break lines elsewhere. */
const LAYOUT: FormatConfig = {
  printWidth: LINE_WIDTH,
  singleQuote: true,
  objectWrap: 'collapse',
};

/**
 * Lays the text of a generated module out.
 *
 * @throws Error where the text is not TypeScript, which is a fault of an emitter
 */
export async function formatModule(text: string): Promise<string> {
  const { code, errors } = await format('module.ts', text, LAYOUT);
  const [first] = errors;
  if (first === undefined) return fillLines(code);
  throw new Error(`the generated code cannot be parsed: ${first.message}\n${first.codeframe ?? ''}`);
}
