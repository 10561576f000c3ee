import type { Node } from '@bytewright/schema-dsl';
import { irOf } from '@bytewright/schema-dsl/ir';
import { difference } from '@bytewright/schema-dsl/testing';
import { Codecs } from '../differential/codecs.js';
import type { Workshop } from '../differential/generate-code.js';
import { generatedText } from '../differential/generate-code.js';
import { diagnose } from '../differential/type-check.js';
import { bytesOfHex, isHex, readDrawnBytes } from '../drawn/drawn-bytes.js';
import { drawnError } from '../drawn/drawn-error.js';
import type { ExampleModule } from './example-module.js';
import { moduleOf } from './example-module.js';
import type { DocumentExample, Section } from './sections.js';

/** A section and what is wrong with it, each problem a line. */
export interface CheckedSection {
  readonly section: Section;
  readonly problems: readonly string[];
}

/**
 * Holds documents to what they say: every example is compiled (all in one program, with the code that is generated for
 * them), run, and its bytes, values and errors are those of the interpreter and of the generated code.
 */
export async function checkDocuments(
  sections: readonly Section[],
  workshop: Workshop,
): Promise<readonly CheckedSection[]> {
  const files: { path: string; text: string; example: DocumentExample }[] = [];
  const problems = new Map<DocumentExample, string[]>();
  for (const example of sections.flatMap(({ examples }) => examples)) {
    const found: string[] = [];
    problems.set(example, found);
    const text = moduleOf(example);
    files.push({ path: `example-${files.length}.ts`, text, example });
    if (example.checkOnly) continue;
    const generated = await check(example, text, workshop, found);
    if (generated !== undefined)
      files.push({ path: `generated-${files.length}.ts`, text: generated, example });
  }
  for (const { path, message } of diagnose(files, {
    declaration: false,
    declarationMap: false,
    types: ['node'],
  })) {
    const example = files.find((file) => file.path === path)?.example;
    (example === undefined ? [...problems.values()][0] : problems.get(example))?.push(message);
  }
  return sections.map((section) => ({
    section,
    problems: section.examples.flatMap((example) =>
      (problems.get(example) ?? []).map((problem) => `${section.document}:${example.line}: ${problem}`),
    ),
  }));
}

/** Runs an example; gives the code that is generated for it, or `undefined` where there is none. */
async function check(
  example: DocumentExample,
  text: string,
  workshop: Workshop,
  problems: string[],
): Promise<string | undefined> {
  const shown = example.pairs.length + example.errors.length > 0;
  let schema: Node<unknown> | undefined;
  let module: ExampleModule;
  try {
    module = (await workshop.import(text)) as unknown as ExampleModule;
    schema = module.schema as Node<unknown> | undefined;
    if (schema !== undefined) irOf(schema, { allowParameters: !shown && example.refused === undefined });
  } catch (error) {
    if (messageOf(error) !== example.refused) problems.push(`the definition fails: ${messageOf(error)}`);
    return undefined;
  }
  if (example.refused !== undefined) problems.push('the definition does not fail');
  if (!shown) return undefined;
  if (schema === undefined) {
    problems.push('the ts block defines no struct');
    return undefined;
  }
  try {
    const generated = generatedText([schema]);
    checkBytes(example, module, new Codecs(schema, await workshop.import(generated)), problems);
    return generated;
  } catch (error) {
    problems.push(`no code is generated: ${messageOf(error)}`);
    return undefined;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function checkBytes(
  example: DocumentExample,
  module: ExampleModule,
  codecs: Codecs,
  problems: string[],
): void {
  const attempt = (what: string, run: () => string | undefined): void => {
    try {
      const problem = run();
      if (problem !== undefined) problems.push(`${what}: ${problem}`);
    } catch (error) {
      problems.push(`${what}: ${messageOf(error)}`);
    }
  };
  for (const [i, pair] of example.pairs.entries()) {
    attempt(pair.value, () => {
      const bytes = readDrawnBytes(pair.bytes);
      const value = module.values[i]?.();
      const decoded = codecs.decode(bytes);
      if (!('value' in decoded)) return `the bytes give ${drawnError(decoded)}`;
      const problem = difference(decoded.value, value);
      if (problem !== undefined) return `the bytes give ${problem}`;
      const encoded = codecs.encode(value);
      if (!('value' in encoded)) return `encoding gives ${drawnError(encoded)}`;
      return difference(encoded.value, bytes);
    });
  }
  let values = 0;
  for (const { input, error } of example.errors) {
    attempt(input, () => {
      const found = isHex(input)
        ? drawnError(codecs.decode(bytesOfHex(input)))
        : drawnError(codecs.encode(module.refusedValues[values++]?.()), false);
      return found === error ? undefined : `gives ${found}`;
    });
  }
}
