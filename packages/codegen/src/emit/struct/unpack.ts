import type { Code } from '../code.js';
import { usesName } from '../code.js';

/** Declarations of the variables that the body uses: `const { bytes, view, end } = input;` and no more. */
export function unpack(from: string, names: readonly string[], body: Code): readonly string[] {
  const used = names.filter((name) => usesName(name, body));
  return used.length === 0 ? [] : [`const { ${used.join(', ')} } = ${from};`];
}
