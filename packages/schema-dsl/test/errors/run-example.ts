import type { Node, SchemaError } from '../../src/index.js';
import * as language from '../../src/index.js';

const NAMES = Object.keys(language);

/** The schema that a text defines: statements, and the schema as the last one. */
export function schemaOf(text: string): Node<unknown> {
  const end = text.lastIndexOf(';\n') + 1;
  // the text is this program's own
  const make = new Function(...NAMES, `${text.slice(0, end)}\nreturn ${text.slice(end).trim()};`);
  return make(...NAMES.map((name) => Reflect.get(language, name) as unknown)) as Node<unknown>;
}

/** The definition error that using the schema of a text brings. */
export function refusalOfText(text: string): SchemaError {
  try {
    // what code of the author's is registered shows when it is called
    language.decode(schemaOf(text), new Uint8Array(16));
  } catch (error) {
    if (error instanceof language.SchemaError) return error;
    throw error;
  }
  throw new Error(`accepted: ${text}`);
}
