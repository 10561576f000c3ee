// Gives the tests a generator that remembers: see remembering-codegen.mjs.
const remembering = new URL('./remembering-codegen.mjs', import.meta.url).href;

/** The test's module that asked for the generator: this folder is part of no package that could. */
let asking = '';

/**
 * @param {string} specifier what is imported
 * @param {{ parentURL?: string }} context from where
 * @param {(specifier: string, context: object) => Promise<object>} next the resolution that follows
 */
export async function resolve(specifier, context, next) {
  if (specifier !== '@bytewright/codegen') return next(specifier, context);
  const { parentURL = '' } = context;
  if (parentURL === remembering) return next(specifier, { ...context, parentURL: asking });
  if (!parentURL.endsWith('/differential/generate-code.ts')) return next(specifier, context);
  asking = parentURL;
  return { url: remembering, shortCircuit: true };
}
