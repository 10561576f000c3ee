import type { Code, Parameter } from './code.js';
import { call, namedByUse, render } from './code.js';
import { withoutUnusedLocals } from './unused-locals.js';

/** A function without a comment. Parameters that the body does not use get an underscore, so that linters see the intent. */
export function functionCode(
  name: string,
  parameters: readonly Parameter[],
  returns: string,
  body: Code,
): Code {
  const used = withoutUnusedLocals(body);
  const declared = namedByUse(parameters, used).map(
    ({ name: own, type, isOptional }) => `${own}${isOptional ? '?' : ''}: ${type}`,
  );
  const head = render([call('function ', name, declared, `: ${returns} {`)]);
  return [...head, { body: used }, '}'];
}
