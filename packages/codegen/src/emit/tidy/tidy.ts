import { ts } from 'ts-morph';
import { dropBraces } from './drop-braces.js';
import { Edits } from './edits.js';
import type { LaterDeclarations } from './hand-over-offsets.js';
import { handOverOffsets } from './hand-over-offsets.js';
import { keepConstant } from './keep-constant.js';
import { removeUnused } from './remove-unused.js';
import { resolveNames } from './resolve-names.js';

/**
 * A generated module as a careful person leaves it: without imports, functions and variables that nothing reads, without
 * assignments that nobody sees, with `const` for what never changes, and without braces around a short statement. Emitters
 * declare what may be needed, and need not know whether it is. How it is laid out is the formatter's concern.
 */
export function tidy(text: string): string {
  for (let rest = text; ; ) {
    const file = ts.createSourceFile(
      'module.ts',
      rest,
      {
        languageVersion: ts.ScriptTarget.ES2022,
        jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
      },
      true,
    );
    const names = resolveNames(file);
    const edits = new Edits(rest);
    const declaredLater: LaterDeclarations = new Map();
    removeUnused(names.bindings, edits);
    const isOneUnread = handOverOffsets(names, edits, declaredLater);
    keepConstant(names.bindings, edits, declaredLater);
    if (!isOneUnread) dropBraces(names, edits);
    rest = edits.apply();
    if (!isOneUnread) return rest;
  }
}
