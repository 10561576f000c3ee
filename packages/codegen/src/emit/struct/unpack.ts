import type { Code } from '../code.js';
import { usesName } from '../code.js';

/** Declarations of the variables that the body uses: `const { bytes, view, end } = input;` and no more. */
export function unpack(from: string, names: readonly string[], body: Code): readonly string[] {
  const code = withoutRemarks(body);
  const used = names.filter((name) => usesName(name, code));
  return used.length === 0 ? [] : [`const { ${used.join(', ')} } = ${from};`];
}

/** Code without what is said behind its lines: `// bytes, 2 bytes, at 0` is no use of `bytes`. */
const withoutRemarks = (body: Code): Code =>
  body.map((part) => {
    if (typeof part === 'string') return part.replace(/; \/\/ .*$/, ';');
    return 'body' in part ? { ...part, body: withoutRemarks(part.body) } : part;
  });
