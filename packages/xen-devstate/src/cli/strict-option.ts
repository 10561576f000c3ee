import type { Option } from '@bytewright/cli';

/** Makes bytes after the state a problem of the file. */
export const STRICT_OPTION: Option = {
  name: 'strict',
  help: 'exit with 1 if bytes follow the state',
};
