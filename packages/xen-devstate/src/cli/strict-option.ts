import type { Option } from '@bytewright/cli';

/** Whether bytes behind the state count as a problem of the file. */
export const STRICT_OPTION: Option = {
  name: 'strict',
  help: 'exit with 1 for a file in which something follows the state',
};
