import type { Code, Parameter } from './code.js';
import { call, LINE_WIDTH, namedByUse, render, splitAlternatives } from './code.js';
import { tidy } from './passes/tidy.js';
import { withoutUnusedLocals } from './unused-locals.js';

/** A function without a comment. Parameters that the body does not use get an underscore, so that linters see the intent. */
export function functionCode(
  name: string,
  parameters: readonly Parameter[],
  returns: string,
  body: Code,
): Code {
  const used = withoutUnusedLocals(tidy(withoutUnusedLocals(body)));
  const declared = namedByUse(parameters, used).map(
    ({ name: own, type, isOptional }) => `${own}${isOptional ? '?' : ''}: ${type}`,
  );
  const head = render([call('function ', name, declared, `: ${returns} {`)]);
  return [...withBrokenReturn(head, returns), { body: used }, '}'];
}

/** A function's head, its return type one alternative a line where it is too wide even behind parameters a line each. */
function withBrokenReturn(head: readonly string[], returns: string): readonly string[] {
  const last = head.at(-1) ?? '';
  if (last.length <= LINE_WIDTH || !last.startsWith(')')) return head;
  const alternatives = splitAlternatives(returns).map((one) => `  | ${one}`);
  return [...head.slice(0, -1), '):', ...alternatives.slice(0, -1), `${alternatives.at(-1)} {`];
}
