import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { isReserved } from '../../src/emit/names.js';
import { GLOBALS } from '../../src/plan/reserved-names.js';

const FOLDER = new URL('../golden/generated/', import.meta.url);

/** Identifiers of a file that nothing in it declares: those of JavaScript. */
function undeclared(name: string): ReadonlySet<string> {
  const file = ts.createSourceFile(
    name,
    readFileSync(new URL(name, FOLDER), 'utf8'),
    ts.ScriptTarget.ES2022,
    true,
  );
  const declared = new Set<string>();
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isMember =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node) ||
        ((ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isBindingElement(parent)) &&
          parent.propertyName === node);
      if (!isMember && 'name' in parent && parent.name === node) declared.add(node.text);
      else if (!isMember) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return new Set([...used].filter((one) => !declared.has(one)));
}

test('structs never have the name of a global that generated code uses, nor do variables', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(20);
  const found = new Set(files.flatMap((name) => [...undeclared(name)]));
  found.delete('const'); // of `as const`
  expect(found).toContain('Uint8Array');
  expect(found).toContain('DataView');
  expect([...found].filter((name) => /^[A-Z]/.test(name) && !GLOBALS.includes(name))).toEqual([]);
  expect([...found].filter((name) => !isReserved(name))).toEqual([]);
});
