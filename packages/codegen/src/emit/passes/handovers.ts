import type { Line, Section, Statement, Statements } from './statements.js';
import { hasOwnOffset, mentions } from './statements.js';

/** `input.offset = offset;`: tells a function that is called where it begins. */
const STORED = /^(?:input|output)\.offset = offset;$/;
/** `offset = input.offset;`: goes on where that function has stopped. */
const LOADED = /^offset = (?:input|output)\.offset;$/;
const DECLARED = /^(?:let|const) offset = (?:input|output)\.offset;$/;
const ASSIGNED = /^(?:if \(.*\) )?offset \+?= /;
/** Functions that leave the input or the output where it stands. */
const STANDING =
  /\b(?:check\w+|decide|enterStruct|leaveStruct|noteReach|startList|take(?:Bytes|Elements|EmptyElements|Filling|Scan|Text)|write(?:Bytes|EmptyElements|Filling|FixedArray|FixedBytes|Fill|NumberArray|PaddedVarint|Terminator|Text|Varint))\((?:input|output)\b/g;

/**
 * Drops the handing over of offsets where nothing needs it: to a function that begins where the last one stopped, and back
 * where another one begins there.
 */
export function withoutIdleHandovers(statements: Statements): Statements {
  const stored = dropStores(statements, false).statements;
  return dropLoads(stored, { behind: false, left: false, caught: false }).statements;
}

interface Stores {
  readonly statements: Statements;
  /** Whether the input stands at the offset behind them. */
  readonly isTold: boolean;
}

function dropStores(statements: Statements, before: boolean): Stores {
  let isTold = before;
  const kept = statements.flatMap((statement): Statements => {
    if (statement.kind === 'compound') {
      if (hasOwnOffset(statement)) {
        isTold &&= !statement.sections.some(({ head }) => head !== undefined && moves(head.text));
        return [statement];
      }
      const { sections, after } = dropInSections(statement.sections, isTold);
      isTold = after;
      return [{ ...statement, sections }];
    }
    const { text } = statement;
    if (STORED.test(text) || LOADED.test(text)) {
      const isIdle = isTold;
      isTold = true;
      return isIdle ? [] : [statement];
    }
    if (DECLARED.test(text)) isTold = true;
    else if (ASSIGNED.test(text) || moves(text)) isTold = false;
    return [statement];
  });
  return { statements: kept, isTold };
}

/** Whether a line hands the input or the output to a function that may move it. */
const moves = (text: string): boolean =>
  /\((?:.*[ (])?(?:input|output)\b(?!\.)/.test(text.replace(STANDING, '')) || /\.offset \+?= /.test(text);

const movesIn = (statements: Statements): boolean =>
  statements.some((one) =>
    one.kind === 'line'
      ? moves(one.text)
      : one.sections.some(({ head, body }) => (head !== undefined && moves(head.text)) || movesIn(body)),
  );

function dropInSections(
  sections: readonly Section[],
  before: boolean,
): { readonly sections: readonly Section[]; readonly after: boolean } {
  const head = sections[0]?.head?.text ?? '';
  const entry = before && !moves(head);
  if (head.endsWith('=> {')) {
    const isOwn = /\b(?:input|output)\b/.test(head); // its own parameter
    return { sections, after: before && (isOwn || !sections.some(({ body }) => movesIn(body))) };
  }
  const isLoop = /^(?:for|while) /.test(head);
  if (isLoop) {
    const [section] = sections as readonly [Section];
    // what holds at the end of a round holds at the beginning of the next one
    const isKept = entry && dropStores(section.body, true).isTold && !leavesEarly(section.body);
    return { sections: [{ ...section, body: dropStores(section.body, isKept).statements }], after: isKept };
  }
  if (head.startsWith('switch ')) {
    const [section] = sections as readonly [Section];
    const { statements, isTold } = dropInCases(section.body, entry);
    return { sections: [{ ...section, body: statements }], after: isTold };
  }
  const results = sections.map((section) => {
    const isCatch = section.head?.text.startsWith('} catch') ?? false;
    const { statements, isTold } = dropStores(section.body, entry && !isCatch);
    return { section: { ...section, body: statements }, isTold, ends: neverFallsThrough(section.body) };
  });
  const mayBePassedOver = /^if /.test(head) && !sections.some(({ head: h }) => h?.text === '} else {');
  const ends = results.filter(({ ends: never }) => !never);
  return {
    sections: results.map(({ section }) => section),
    after: (!mayBePassedOver || entry) && ends.every(({ isTold }) => isTold) && (entry || ends.length > 0),
  };
}

/** The same for the cases of a switch: each begins where the switch does. */
function dropInCases(cases: Statements, entry: boolean): Stores {
  let after = cases.some((one) => headOf(one).startsWith('default')) || entry;
  const statements = cases.map((one): Statement => {
    if (one.kind === 'line') return one;
    const sections = one.sections.map((section) => {
      const { statements: body, isTold } = dropStores(section.body, entry);
      if (!neverFallsThrough(section.body)) after &&= isTold && !leavesWithin(section.body);
      return { ...section, body };
    });
    return { ...one, sections };
  });
  return { statements, isTold: after };
}

const headOf = (statement: Statement): string =>
  statement.kind === 'line' ? statement.text : (statement.sections[0]?.head?.text ?? '');

/** Whether what comes next is never reached from the end of these; a `break` out of a switch reaches it. */
function neverFallsThrough(statements: Statements): boolean {
  const last = statements.at(-1);
  return last?.kind === 'line' && /^(?:return\b|throw )/.test(last.text);
}

const leavesEarly = (statements: Statements): boolean =>
  statements.some((one) =>
    one.kind === 'line'
      ? /(?:^|\) )(?:break|continue);$/.test(one.text)
      : one.sections.some(({ body }) => leavesEarly(body)),
  );

const leavesWithin = (statements: Statements): boolean =>
  statements.some((one) => one.kind === 'compound' && leavesEarly([one]));

/** Whether the offset is asked for: behind some statements, where a `break` leads, and where an error is caught. */
interface Asked {
  readonly behind: boolean;
  readonly left: boolean;
  readonly caught: boolean;
}

interface Loads {
  readonly statements: Statements;
  /** Whether the offset that there is before them is asked for. */
  readonly isAsked: boolean;
}

function dropLoads(statements: Statements, asked: Asked): Loads {
  let isAsked = asked.behind;
  const kept: Statement[] = [];
  for (const statement of [...statements].reverse()) {
    if (statement.kind === 'compound') {
      if (hasOwnOffset(statement)) {
        isAsked = true;
        kept.unshift(statement);
        continue;
      }
      const { sections, before } = dropInside(statement, { ...asked, behind: isAsked });
      isAsked = before;
      kept.unshift({ ...statement, sections });
      continue;
    }
    if (isIdle(statement, isAsked || asked.caught)) continue;
    isAsked = askedBefore(statement, isAsked, asked.left);
    kept.unshift(statement);
  }
  return { statements: kept, isAsked };
}

/** Whether a line only moves an offset that no later line reads. */
const isIdle = ({ text }: Line, isAsked: boolean): boolean =>
  !isAsked && (LOADED.test(text) || /^offset (?:\+=|=) \w+(?: [*+] \w+)*;$/.test(text));

function askedBefore(line: Line, behind: boolean, left: boolean): boolean {
  const { text } = line;
  if (/^(?:break|continue);$/.test(text)) return left;
  if (/^(?:return\b|throw )/.test(text)) return mentions('offset', line);
  const [, assigned] = /^offset = (.*)$/.exec(text) ?? [];
  if (assigned !== undefined) return mentions('offset', { ...line, text: assigned });
  return behind || mentions('offset', line);
}

function dropInside(
  { sections }: Extract<Statement, { kind: 'compound' }>,
  asked: Asked,
): { readonly sections: readonly Section[]; readonly before: boolean } {
  const head = sections[0]?.head?.text ?? '';
  const inHeads = sections.some(({ head: h }) => h !== undefined && mentions('offset', h));
  if (/^(?:for|while) /.test(head)) {
    const [section] = sections as readonly [Section];
    const once = dropLoads(section.body, { ...asked, left: true });
    const isAskedAgain = asked.behind || inHeads || once.isAsked;
    const all = dropLoads(section.body, { behind: isAskedAgain, left: isAskedAgain, caught: asked.caught });
    return { sections: [{ ...section, body: all.statements }], before: isAskedAgain || all.isAsked };
  }
  if (head.startsWith('switch ')) {
    const [section] = sections as readonly [Section];
    const cases = section.body.map((one): { statement: Statement; isAsked: boolean } => {
      if (one.kind === 'line') return { statement: one, isAsked: mentions('offset', one) };
      const inside = one.sections.map((each) => {
        const { statements, isAsked } = dropLoads(each.body, { ...asked, left: asked.behind });
        return { section: { ...each, body: statements }, isAsked };
      });
      return {
        statement: { ...one, sections: inside.map(({ section: each }) => each) },
        isAsked: inside.some(({ isAsked }) => isAsked),
      };
    });
    const before = asked.behind || inHeads || cases.some(({ isAsked }) => isAsked);
    return { sections: [{ ...section, body: cases.map(({ statement }) => statement) }], before };
  }
  const catches = sections.find(({ head: h }) => h?.text.startsWith('} catch'));
  const caught =
    asked.caught || (catches !== undefined && dropLoads(catches.body, { ...asked, behind: false }).isAsked);
  const results = sections.map((section) => {
    const { statements, isAsked } = dropLoads(section.body, {
      ...asked,
      caught: section === catches ? asked.caught : caught,
    });
    return { section: { ...section, body: statements }, isAsked };
  });
  const isAlways = head === 'try {';
  const before = inHeads || caught || results.some(({ isAsked }) => isAsked) || (!isAlways && asked.behind);
  return { sections: results.map(({ section }) => section), before };
}
