/** What `npm run bench -- --help` prints. */
export function usage(parts: readonly string[]): string {
  return `Usage: npm run bench -- [--only PART] [--rounds N] [--wall] [--smoke] [--json FILE] [--from FILE] [--document]

Measures how fast generated code is, beside code by hand and other libraries, after everything has been built: some minutes.
benchmarks/README.md says what is measured and how.

  --only PART   one part, or several with commas between them or the option repeated:
                ${parts.join(', ')}
  --rounds N    as many rounds as that in each work, and as many fresh processes
  --wall        the time that passes, instead of processor time
  --smoke       only sees that all contenders agree, and does everything once
  --json FILE   writes the results as data, too
  --from FILE   takes the results that --json wrote; with --only, these parts are measured anew
  --document    writes the results into docs/performance.md, too: those of all parts, or of --from

Exit codes: 0 measured, 1 contenders do not agree or something failed, 2 wrong usage.`;
}
