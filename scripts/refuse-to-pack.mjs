// The `prepack` script of each package: what `npm pack` makes in a package's folder cannot be installed, as it keeps
// `workspace:` and the condition of this repository, and may hold an old build.
console.error(`Packages of this repository are packed together, from the root: npm run pack -- FOLDER`);
process.exitCode = 1;
