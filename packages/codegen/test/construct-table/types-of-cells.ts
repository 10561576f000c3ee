import * as dsl from '@bytewright/schema-dsl';
import { diagnose } from '../differential/type-check.js';
import { PARAMETERS } from './cell.js';

const HEAD = `import { ${Object.keys(dsl).join(', ')} } from '@bytewright/schema-dsl';
import { dozens } from './own-code.js';
${PARAMETERS}
`;
/** Cells of one file: more are slower to check than several files. */
const CHUNK = 500;

/**
 * Which of the schemas the compiler refuses, and with which message. Each is a line of a module, as an author would write it.
 */
export function typeFaultsOf(schemas: readonly string[]): ReadonlyMap<string, string> {
  const files: { path: string; text: string }[] = [];
  for (let start = 0; start < schemas.length; start += CHUNK) {
    const lines = schemas
      .slice(start, start + CHUNK)
      .map((schema, i) => `export const cell${start + i} = ${schema};`);
    files.push({ path: `cells-${start}.ts`, text: `${HEAD}${lines.join('\n')}\n` });
  }
  const faults = new Map<string, string>();
  // unused imports are no fault of a cell
  for (const { message } of diagnose(files, { noUnusedLocals: false })) {
    const number = /: export const cell(\d+) = /.exec(message)?.[1];
    if (number === undefined) throw new Error(`the compiler finds fault with more than a cell: ${message}`);
    const schema = schemas[Number(number)] ?? '';
    if (!faults.has(schema)) faults.set(schema, message.slice(0, message.indexOf(': export const')));
  }
  return faults;
}

/** What the compiler says of generated modules, by the keys of their texts. */
export function codeFaultsOf(texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const keys = [...texts.keys()];
  const faults = new Map<string, string>();
  for (let start = 0; start < keys.length; start += CHUNK) {
    const files = keys
      .slice(start, start + CHUNK)
      .map((key, i) => ({ path: `code-${start + i}.ts`, text: texts.get(key) ?? '' }));
    for (const { path, message } of diagnose(files, { isolatedDeclarations: true })) {
      const key = keys[Number(/^code-(\d+)\.ts$/.exec(path)?.[1])];
      if (key === undefined)
        throw new Error(`the compiler finds fault outside of generated code: ${message}`);
      if (!faults.has(key)) faults.set(key, message);
    }
  }
  return faults;
}
