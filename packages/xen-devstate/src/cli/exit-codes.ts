/** What each exit code means, of all commands. */
export const EXIT_CODES = `Exit codes:
  0  yes: sound, the same, found, written
  1  no: damaged, different, faulty, refused
  2  wrong usage: an option, a path that leads nowhere, a value that its field cannot hold, a file that cannot be read
  3  it cannot be known: what a file was to be compared with, or both, is damaged or not understood`;
