import { ts } from 'ts-morph';
import type { Binding } from './binding.js';
import type { Edits } from './edits.js';
import type { LaterDeclarations } from './hand-over-offsets.js';

/** Declares as constants the variables that are assigned nothing but what they are declared with. */
export function keepConstant(
  bindings: readonly Binding[],
  edits: Edits,
  declaredLater: LaterDeclarations,
): void {
  for (const binding of bindings) {
    const { declaration, kind, uses, isRead, item } = binding;
    if (kind !== 'variable' || !isRead || !item.isLive || !ts.isVariableDeclaration(declaration)) continue;
    const isConstant = !uses.some((use) => use.kind === 'write' && use.item.isLive && !use.isGone);
    const later = declaredLater.get(binding);
    const { initializer, parent: list } = declaration;
    const isAlone = ts.isVariableDeclarationList(list) && list.declarations.length === 1;
    if (later !== undefined)
      edits.replace(later.getStart(), later.getStart(), isConstant ? 'const ' : 'let ');
    else if (isConstant && initializer !== undefined && isAlone)
      edits.replace(list.getStart(), declaration.getStart(), 'const ');
  }
}
