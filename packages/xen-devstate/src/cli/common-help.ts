/** What the help of a command that reads files says of options that all of these have. */
export const COMMON_HELP = `      --limit SIZE  refuse more bytes than this, such as 64M or 1G (default 256M), also after inflating
  -h, --help        print this
      --version     print the version`;
