import type { Option } from '@bytewright/cli';

/** Prints data instead of a table. */
export const JSON_OPTION: Option = { name: 'json', help: 'print a JSON object instead' };
