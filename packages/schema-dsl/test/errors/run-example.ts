import type { Node, SchemaError } from '../../src/index.js';
import * as language from '../../src/index.js';

const NAMES = Object.keys(language);

/** The schema defined by source text: statements, the last of which is the schema. */
export function schemaOf(text: string): Node<unknown> {
  const end = text.lastIndexOf(';\n') + 1;
  // the text is part of this program
  const make = new Function(...NAMES, `${text.slice(0, end)}\nreturn ${text.slice(end).trim()};`);
  return make(...NAMES.map((name) => Reflect.get(language, name) as unknown)) as Node<unknown>;
}

/** The definition error from using the schema in source text. */
export function refusalOfText(text: string): SchemaError {
  try {
    // whether user code is registered is only known when it is called
    language.decode(schemaOf(text), new Uint8Array(16));
  } catch (error) {
    if (error instanceof language.SchemaError) return error;
    throw error;
  }
  throw new Error(`accepted: ${text}`);
}
