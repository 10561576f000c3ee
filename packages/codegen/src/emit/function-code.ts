import type { Code, Parameter } from './code.js';

/** A function without a comment. */
export function functionCode(
  name: string,
  parameters: readonly Parameter[],
  returns: string,
  body: Code,
): Code {
  const declared = parameters.map(
    ({ name: own, type, isOptional }) => `${own}${isOptional ? '?' : ''}: ${type}`,
  );
  return [`function ${name}(${declared.join(', ')}): ${returns} {`, { body: body }, '}'];
}
