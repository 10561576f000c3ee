import { posix } from 'node:path';
import { compileFunction, createContext, runInContext } from 'node:vm';
import type * as Runtime from '@bytewright/runtime/codec';
import ts from 'typescript';
import { readSources } from './sources.js';

/** A realm in which the package has been loaded anew. */
export interface BareRealm {
  readonly runtime: typeof Runtime;
  /** Evaluates an expression in the realm. */
  readonly evaluate: (expression: string) => unknown;
}

/**
 * Loads the package's sources into a realm with the language's own globals and those given: what a browser, a worker
 * or any other platform has at least. Code from strings is forbidden in it.
 */
export function loadIntoBareRealm(globals: Readonly<Record<string, unknown>>): BareRealm {
  const context = createContext({ ...globals }, { codeGeneration: { strings: false, wasm: false } });
  const sources = readSources();
  const loaded = new Map<string, Record<string, unknown>>();

  function load(path: string): Record<string, unknown> {
    const known = loaded.get(path);
    if (known !== undefined) return known;
    const source = sources.get(path);
    if (source === undefined) throw new Error(`${path} is not a source of the package`);
    const exports: Record<string, unknown> = {};
    loaded.set(path, exports);
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
    });
    const require = (name: string): unknown =>
      load(posix.join(posix.dirname(path), name).replace(/\.js$/, '.ts'));
    compileFunction(outputText, ['exports', 'require'], { parsingContext: context, filename: path })(
      exports,
      require,
    );
    return exports;
  }

  return {
    runtime: load('codec.ts') as unknown as typeof Runtime, // the very sources that the type describes
    evaluate: (expression) => runInContext(expression, context),
  };
}
