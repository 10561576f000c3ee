import type { CallExpression, Node, ObjectLiteralExpression, SourceFile } from 'ts-morph';
import type { SourcePlace } from './source-place.js';
import type { Sources } from './sources.js';

/** A path in a schema: a struct, or the construct where no struct is known yet, and what is inside. */
const PATH = /^(?:(\w+)\()?([A-Za-z_$][\w$]*)\)?((?:[.[].*)?)$/;

/**
 * Where something is defined that a path in a schema names: the line of the field, as deep as the text shows it, or of the struct.
 *
 * @param module the module that exports it, or that imports from where it stands
 * @param path such as `Packet.header.length`, or `bits(Flags)`
 */
export function findDefinition(sources: Sources, module: string, path: string): SourcePlace | undefined {
  const [, construct = 'struct', name, rest = ''] = PATH.exec(path) ?? [];
  if (name === undefined) return undefined;
  const steps = rest
    .split('.')
    .map((step) => step.replace(/\[.*$/, ''))
    .filter((step) => step !== '');
  for (const file of sources.reachedFrom(module)) {
    const calls = callsOf(sources, file, construct, name);
    const [first] = calls;
    if (first === undefined) continue;
    // two may have one name; the one with the field is meant
    const fields = calls.map((call) => fieldIn(sources, call, steps));
    const found = fields.find((field) => field !== undefined) ?? first;
    return { file: file.getFilePath(), line: found.getStartLineNumber() };
  }
  return undefined;
}

/** Calls of a construct with a name: `struct('Packet', …)`, or of a function of the author's own that passes it on. */
function callsOf(
  { morph }: Sources,
  file: SourceFile,
  construct: string,
  name: string,
): readonly CallExpression[] {
  const calls = file.getDescendantsOfKind(morph.SyntaxKind.CallExpression).filter((call) => {
    const [first] = call.getArguments();
    return (
      (morph.Node.isStringLiteral(first) || morph.Node.isNoSubstitutionTemplateLiteral(first)) &&
      first.getLiteralValue() === name
    );
  });
  const direct = calls.filter((call) => call.getExpression().getText().split('.').at(-1) === construct);
  return direct.length > 0 ? direct : calls.filter((call) => call.getArguments().length > 1);
}

/** The deepest of the fields named one inside of the other that the text of a call shows. */
function fieldIn({ morph }: Sources, call: CallExpression, steps: readonly string[]): Node | undefined {
  const [first, ...inner] = steps;
  if (first === undefined) return undefined;
  let found = call
    .getArguments()
    .filter((argument) => morph.Node.isObjectLiteralExpression(argument))
    .map((fields) => memberOf(fields, first))
    .find((member) => member !== undefined);
  for (const step of found === undefined ? [] : inner) {
    const next: Node | undefined = found
      ?.getDescendantsOfKind(morph.SyntaxKind.ObjectLiteralExpression)
      .map((members) => memberOf(members, step))
      .find((member) => member !== undefined);
    if (next === undefined) break;
    found = next;
  }
  return found;

  function memberOf(members: ObjectLiteralExpression, name: string): Node | undefined {
    for (const member of members.getProperties()) {
      if (!morph.Node.isSpreadAssignment(member)) {
        if (member.getName().replace(/^(['"])(.*)\1$/, '$2') === name) return member;
        continue;
      }
      // `...header`, of a constant of this file
      const spread = members
        .getSourceFile()
        .getVariableDeclaration(member.getExpression().getText())
        ?.getInitializer();
      const inSpread = morph.Node.isObjectLiteralExpression(spread) ? memberOf(spread, name) : undefined;
      if (inSpread !== undefined) return inSpread;
    }
    return undefined;
  }
}
