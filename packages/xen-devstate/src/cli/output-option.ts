import type { Arguments, Option } from '@bytewright/cli';
import { UsageError } from '@bytewright/cli';

/** Where a command writes to. */
export const OUTPUT_OPTION: Option = {
  name: 'output',
  short: 'o',
  value: 'OUT',
  help: 'write a file, as a whole or not at all (default: standard output)',
};

/** Where the output goes; `undefined` for stdout. @throws UsageError for an empty name */
export function outputOf(args: Arguments): string | undefined {
  const output = args.get('output');
  if (output === '') throw new UsageError('-o takes the name of a file');
  return output === '-' ? undefined : output;
}
