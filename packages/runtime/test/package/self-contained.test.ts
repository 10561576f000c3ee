import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { PACKAGE, readSources } from './sources.js';

const sources = readSources();

/** Names that would bind the package to a platform, make code from strings, or import at run time. */
const FORBIDDEN = ['eval', 'Function', 'require', 'process', 'Buffer', 'window', 'document', 'WebAssembly'];

interface Findings {
  readonly imports: readonly string[];
  readonly names: ReadonlySet<string>;
  readonly importCalls: number;
}

/** Imported modules and identifiers of a source; comments and texts do not count. */
function examine(path: string, source: string): Findings {
  const imports: string[] = [];
  const names = new Set<string>();
  let importCalls = 0;
  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
        imports.push(node.moduleSpecifier.text);
      }
    }
    if (node.kind === ts.SyntaxKind.ImportKeyword && ts.isCallExpression(node.parent)) importCalls += 1;
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  }
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true));
  return { imports, names, importCalls };
}

test('the examination finds what it looks for', () => {
  const found = examine(
    'bad.ts',
    `import 'node:fs'; export { a } from 'pkg'; await import('b'); new Function('x'); eval('1'); // Buffer`,
  );
  expect(found.imports).toEqual(['node:fs', 'pkg']);
  expect(found.importCalls).toBe(1);
  expect(FORBIDDEN.filter((name) => found.names.has(name))).toEqual(['eval', 'Function']);
});

test('sources import nothing but one another', () => {
  let imports = 0;
  for (const [path, source] of sources) {
    const found = examine(path, source);
    for (const name of found.imports) {
      const target = posix.join(posix.dirname(path), name).replace(/\.js$/, '.ts');
      expect(name, path).toMatch(/^\.\.?\/.*\.js$/);
      expect(sources.has(target), `${path}: ${name}`).toBe(true);
      imports += 1;
    }
    expect(found.importCalls, path).toBe(0);
  }
  expect(sources.size).toBeGreaterThan(20);
  expect(imports).toBeGreaterThan(sources.size);
});

test('sources use no platform and make no code from strings', () => {
  for (const [path, source] of sources) {
    const { names } = examine(path, source);
    expect(
      FORBIDDEN.filter((name) => names.has(name)),
      path,
    ).toEqual(path === 'platform.ts' ? ['process', 'Buffer'] : []); // there as what may be missing
    if (path !== 'platform.ts') expect(names.has('globalThis'), path).toBe(false);
  }
});

test('the compiler sees the language alone: no types of the DOM or of Node', () => {
  const file = join(PACKAGE, 'tsconfig.json');
  const { config } = ts.readConfigFile(file, ts.sys.readFile) as { config: unknown };
  const { options, errors } = ts.parseJsonConfigFileContent(config, ts.sys, PACKAGE);
  expect(errors).toEqual([]);
  expect(options.lib).toEqual(['lib.es2022.d.ts']);
  expect(options.types).toEqual([]);
});

test('the package depends on nothing, and loading it has no effect', () => {
  const manifest = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as Record<string, unknown>;
  for (const kind of ['dependencies', 'peerDependencies', 'optionalDependencies']) {
    expect(manifest, kind).not.toHaveProperty(kind);
  }
  expect(manifest.sideEffects).toBe(false);
});
