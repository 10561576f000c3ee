import { ts } from 'ts-morph';
import { assignDirectly } from './assign-directly.js';
import { dropBraces } from './drop-braces.js';
import { dropEarlyTests } from './drop-early-tests.js';
import { Edits } from './edits.js';
import type { LaterDeclarations } from './hand-over-offsets.js';
import { handOverOffsets } from './hand-over-offsets.js';
import { keepConstant } from './keep-constant.js';
import { mergeGuards } from './merge-guards.js';
import { removeUnused } from './remove-unused.js';
import type { Names } from './resolve-names.js';
import { resolveNames } from './resolve-names.js';
import { returnAtOnce } from './return-at-once.js';
import { startFromParameter } from './start-from-parameter.js';
import { sumUp } from './sum-up.js';
import { unpackMembers } from './unpack-members.js';

/**
 * A generated module as a careful person leaves it: without imports, functions and variables that nothing reads, without
 * assignments that nobody sees, with `const` for what never changes, conditions that lead to the same as one, and without braces
 * around a short statement. Emitters declare what may be needed, and need not know whether it is. How it is laid out is the
 * formatter's concern.
 */
export function tidy(text: string): string {
  let rest = text;
  for (let isOneUnread = true; isOneUnread; ) {
    rest = edited(rest, (names, edits) => {
      const declaredLater: LaterDeclarations = new Map();
      removeUnused(names.bindings, edits);
      isOneUnread = handOverOffsets(names, edits, declaredLater);
      keepConstant(names.bindings, edits, declaredLater);
    });
  }
  rest = edited(rest, (names, edits) => {
    dropEarlyTests(names, edits);
    returnAtOnce(names, edits);
    assignDirectly(names, edits);
    sumUp(names, edits);
  });
  return edited(rest, (names, edits) => {
    startFromParameter(names, edits);
    unpackMembers(names, edits);
    mergeGuards(names, edits);
    dropBraces(names, edits);
  });
}

function edited(text: string, change: (names: Names, edits: Edits) => void): string {
  const file = ts.createSourceFile(
    'module.ts',
    text,
    { languageVersion: ts.ScriptTarget.ES2022, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
    true,
  );
  const edits = new Edits(text);
  change(resolveNames(file), edits);
  return edits.apply();
}
