import type { Arguments, Option } from '@bytewright/cli';
import { UsageError } from '@bytewright/cli';

/** The file that a command writes. */
export const OUTPUT_OPTION: Option = {
  name: 'output',
  short: 'o',
  value: 'OUT',
  help: 'write to a file, completely or not at all (default: standard output)',
};

/** The output file; `undefined` for stdout. @throws UsageError for an empty name */
export function outputOf(args: Arguments): string | undefined {
  const output = args.get('output');
  if (output === '') throw new UsageError('-o requires a file name');
  return output === '-' ? undefined : output;
}
