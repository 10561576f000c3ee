/** What `bytewright --help` prints. */
export const HELP = `Usage: bytewright generate [--check | --watch] [--config FILE]

Reads bytewright.config.ts in the current folder and writes a codec module for each schema module that it names.

  --check        write nothing; list the generated files that are stale and exit with 1 if there are any
  --watch        generate, and again whenever a schema changes
  --config FILE  another configuration file
  --version      print the version
  -h, --help     print this

Exit codes: 0 fine, 1 generated code is stale, 2 wrong usage, 3 the configuration or a schema is at fault.`;
