import { LINE_WIDTH } from '../line-width.js';
import type { Line, Statement, Statements } from './statements.js';
import { hasOwnOffset, lineOf, mentionsIn } from './statements.js';

const MOVED = /^offset (\+?=) (.*);$/;

/**
 * Says offsets as a person would: `input.offset = offset + 42;` where the reader ends, and no variable for an offset that
 * stays where it is.
 */
export function plainOffsets(statements: Statements): Statements {
  return withoutStillOffset(withDirectEnd(withFusedMoves(statements)));
}

/** `offset += 42; input.offset = offset;` where nothing behind it asks for the offset, or loads it anew before. */
function withFusedMoves(statements: Statements): Statements {
  const fused: Statement[] = [];
  for (const [index, statement] of statements.entries()) {
    const [, state] = STORE.exec(textOf(statement)) ?? [];
    const at = lastCode(fused);
    const [, sign, by] = MOVED.exec(textOf(fused[at])) ?? [];
    if (state === undefined || by === undefined || isAskedFor(statements.slice(index + 1))) {
      fused.push(statement);
      continue;
    }
    fused.splice(at, 1, lineOf(`${state}.offset = ${sign === '+=' ? `offset + ${by}` : by};`));
  }
  return fused;
}

/** Where the last statement is that is no comment. */
function lastCode(statements: Statements): number {
  let at = statements.length - 1;
  while (textOf(statements[at]).startsWith('//')) at--;
  return at;
}

const STORE = /^(input|output)\.offset = offset;$/;

const textOf = (statement: Statement | undefined): string =>
  statement?.kind === 'line' ? statement.text : '';

/** Whether statements of one level ask for the offset before they assign another one to it. */
function isAskedFor(statements: Statements): boolean {
  for (const statement of statements) {
    const [, sign, value = ''] = statement.kind === 'line' ? (MOVED.exec(statement.text) ?? []) : [];
    if (sign === '=') return mentionsIn('offset', [lineOf(value)]);
    if (mentionsIn('offset', [statement])) return true;
  }
  return false;
}

/** A look-ahead that ends: `return end - offset < 42 ? -1 : offset + 42;`, or what another one gives. */
function withDirectEnd(statements: Statements): Statements {
  const texts = statements.slice(-3).map((one) => (one.kind === 'line' ? one.text : ''));
  const [third = '', second = '', last = ''] = [...Array<string>(3 - texts.length).fill(''), ...texts];
  if (last !== 'return offset;') return statements;
  const [, set] = /^offset = (.*);$/.exec(third) ?? [];
  if (set !== undefined && second === 'if (offset < 0) return -1;')
    return withDirectReturn([...statements.slice(0, -3), lineOf(`return ${set};`)]);
  const [, sign, by] = MOVED.exec(second) ?? [];
  if (by === undefined) return withDirectReturn(statements);
  return withDirectReturn([
    ...statements.slice(0, -2),
    lineOf(`return ${sign === '+=' ? `offset + ${by}` : by};`),
  ]);
}

function withDirectReturn(statements: Statements): Statements {
  const [guard, end] = statements.slice(-2).map((one) => (one.kind === 'line' ? one.text : ''));
  const [, condition] = /^if \((.*)\) return -1;$/.exec(guard ?? '') ?? [];
  const [, result] = /^return (.*);$/.exec(end ?? '') ?? [];
  if (condition === undefined || result === undefined || / \? | \?\? /.test(condition + result))
    return statements;
  const text = `return ${condition} ? -1 : ${result};`;
  return text.length + 2 > LINE_WIDTH ? statements : [...statements.slice(0, -2), lineOf(text)];
}

/** The first variable for the offset is left out where it stays the same; a look-ahead moves on from its `start`. */
function withoutStillOffset(statements: Statements): Statements {
  const declared = statements.findIndex(
    (one) =>
      one.kind === 'line' &&
      /^(?:let|const) offset = (?:start|input\.offset|output\.offset);$/.test(one.text),
  );
  const line = statements[declared];
  if (line?.kind !== 'line' || isShadowed(statements)) return statements;
  const from = /= (.*);$/.exec(line.text)?.[1] ?? '';
  const before = statements.slice(0, declared);
  const behind = statements.slice(declared + 1);
  const first = behind.findIndex((one) => assigns(one));
  if (from !== 'start') {
    if (first >= 0) return [...before, lineOf(line.text.replace(/^const/, 'let')), ...behind];
    return withUnpacked(before, line, behind);
  }
  const moving = behind[first];
  if (first < 0) return [...before, ...renamed(behind)];
  const [, sign, by] = moving?.kind === 'line' ? (MOVED.exec(moving.text) ?? []) : [];
  if (by === undefined) {
    return [
      ...before,
      ...renamed(behind.slice(0, first)),
      lineOf('let offset = start;'),
      ...behind.slice(first),
    ];
  }
  const rest = behind.slice(first + 1);
  const word = rest.some((one) => assigns(one)) ? 'let' : 'const';
  const value = renamedText(sign === '+=' ? `offset + ${by}` : by);
  return [...before, ...renamed(behind.slice(0, first)), lineOf(`${word} offset = ${value};`), ...rest];
}

/** `const { view, end, offset } = input;` */
function withUnpacked(before: Statements, declared: Line, behind: Statements): Statements {
  const from = declared.text.includes('input') ? 'input' : 'output';
  const unpacking = before.findIndex(
    (one) => one.kind === 'line' && one.text.startsWith('const { ') && one.text.endsWith(` } = ${from};`),
  );
  const unpacked = before[unpacking];
  // what stands in between may move the input: a struct that is entered, or a value whose keys are looked at, does not
  if (unpacked?.kind !== 'line') return [...before, lineOf(`const { offset } = ${from};`), ...behind];
  const wider = lineOf(unpacked.text.replace(' }', ', offset }'));
  const inBetween = before.slice(unpacking + 1).map((one): Statement => {
    if (one.kind !== 'line') return one;
    return lineWith((text) => text.replace(`${from}.offset`, 'offset'), one);
  });
  return [...before.slice(0, unpacking), wider, ...inBetween, ...behind];
}

const assigns = (statement: Statement): boolean =>
  statement.kind === 'line'
    ? /^(?:if \(.*\) )?offset \+?= /.test(statement.text)
    : statement.sections.some(({ body }) => body.some(assigns));

const isShadowed = (statements: Statements): boolean =>
  statements.some(
    (one) =>
      one.kind === 'compound' && (hasOwnOffset(one) || one.sections.some(({ body }) => isShadowed(body))),
  );

function renamed(statements: Statements): Statements {
  return statements.map((statement): Statement => {
    if (statement.kind === 'line') return renamedLine(statement);
    const sections = statement.sections.map((section) => ({
      ...section,
      head: section.head && renamedLine(section.head),
      body: renamed(section.body),
    }));
    return { ...statement, sections, tail: statement.tail && renamedLine(statement.tail) };
  });
}

const renamedLine = (line: Line): Line => lineWith(renamedText, line);

const lineWith = (change: (text: string) => string, { text }: Line): Line => lineOf(change(text));

/** The offset as what it still is; text in quotes is left alone. */
const renamedText = (text: string): string =>
  text.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|(?<![\w.$])offset(?!\w|:)/g, (found) =>
    found === 'offset' ? 'start' : found,
  );
