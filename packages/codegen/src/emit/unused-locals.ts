import type { Code } from './code.js';
import { usesName } from './code.js';

const DECLARED = /^const (\w+)(?:: \w+)? = /;
/** What follows is the type. Its assignments are lines of their own. */
const ASSIGNED_LATER = /^let (\w+)$/;
const UNPACKED = /^const \{ (.*) \} = \w+;$/;
/** What can be left out: it has no effect, and it does not fail. */
const HARMLESS = /^(?:[\w.]+(?: [+-] \w+)*|view\.get\w+\([^()]*\)|get\w+\(view, [^()]*\)|\w+ === 1)$/;

/**
 * Drops local variables that nothing reads. What a field is good for shows only when the whole function is
 * written: a look-ahead passes over most of what a reader keeps.
 */
export function withoutUnusedLocals(code: Code): Code {
  const unused = declaredIn(code).filter((name) => !usesName(name, withoutDeclaration(code, name)));
  if (unused.length === 0) return code;
  return withoutUnusedLocals(unused.reduce(withoutDeclaration, code));
}

/** Variables that a line of their own declares: `const name = …`, or `let name: Type` in front of where it is assigned. */
function declaredIn(code: Code): readonly string[] {
  return code.flatMap((part): readonly string[] => {
    if (typeof part !== 'string') {
      if ('body' in part) return part.shadows === undefined ? declaredIn(part.body) : []; // a closure sees to its own
      if ('type' in part) return ASSIGNED_LATER.exec(part.name)?.slice(1) ?? [];
      return DECLARED.exec(part.prefix)?.slice(1) ?? [];
    }
    if (!part.endsWith(';')) return []; // goes on over further lines
    return UNPACKED.exec(part)?.[1]?.split(', ') ?? DECLARED.exec(part)?.slice(1) ?? [];
  });
}

function withoutDeclaration(code: Code, name: string): Code {
  return code.flatMap((part): Code => {
    if (typeof part === 'string') return withoutName(part, name);
    if ('body' in part)
      return part.shadows === undefined ? [{ body: withoutDeclaration(part.body, name) }] : [part];
    if ('type' in part) return ASSIGNED_LATER.exec(part.name)?.[1] === name ? [] : [part];
    if (DECLARED.exec(part.prefix)?.[1] !== name) return [part];
    return [{ ...part, prefix: '' }];
  });
}

function withoutName(line: string, name: string): readonly string[] {
  const unpacked = UNPACKED.exec(line)?.[1]?.split(', ');
  if (unpacked?.includes(name)) {
    const rest = unpacked.filter((other) => other !== name);
    return rest.length === 0 ? [] : [line.replace(/\{ .* \}/, `{ ${rest.join(', ')} }`)];
  }
  const assignment = `${name} = `;
  const isAssignment = line.startsWith(assignment) && line.endsWith(';');
  if (DECLARED.exec(line)?.[1] !== name && !isAssignment) return [line];
  const value = (isAssignment ? line.slice(assignment.length) : line.replace(DECLARED, '')).replace(/;$/, '');
  return HARMLESS.test(value) ? [] : [`${value};`];
}
