/** Whether bytes behind the state count as a problem of the file. */
export const STRICT_OPTION = { strict: { type: 'boolean' } } as const;

/** What its help says. */
export const STRICT_HELP =
  '      --strict        exit with 1 for a file in which something follows the state';
