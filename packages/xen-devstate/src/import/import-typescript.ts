/**
 * Imports a module of a user's, also one in TypeScript, with all that it imports. Packages that are not installed where it is
 * are those that this package has, and this package itself. Who only reads files needs no compiler, so that is a package which is
 * installed by those who do.
 *
 * @throws Error where there is no `@bytewright/loader`; whatever importing throws
 */
export async function importTypeScript(path: string): Promise<Readonly<Record<string, unknown>>> {
  const { withTypeScript } = await loader();
  return withTypeScript((importModule) => importModule(path), { packagesOf: import.meta.url });
}

async function loader(): Promise<typeof import('@bytewright/loader')> {
  try {
    return await import('@bytewright/loader');
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new Error('this takes the package @bytewright/loader; run: npm install @bytewright/loader', {
      cause: error,
    });
  }
}

/** Whether the package is not installed, in words of Node or Bun; not one that it needs itself. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && /\b(?:find|resolve)\b.*['"]?@bytewright\/loader['"]?/i.test(error.message);
}
