import type { Option } from '../command/option.js';
import { UsageError } from '../exit/usage-error.js';

/**
 * Refuses an option in place of a value: `-o --json` more likely lacks a value than names a file `--json`.
 *
 * @throws UsageError that says how to pass such a value anyway
 * @example `refuseOptionAsValue(['-o', '-'], options)` is fine: a dash alone is a value
 */
export function refuseOptionAsValue(args: readonly string[], options: readonly Option[]): void {
  const taking = new Set(
    options
      .filter(({ value }) => value !== undefined)
      .flatMap(({ name, short }) => [`--${name}`, ...(short === undefined ? [] : [`-${short}`])]),
  );
  for (let i = 0; i < args.length; i++) {
    const option = args[i] ?? '';
    if (option === '--') return;
    if (!taking.has(option)) continue;
    i++;
    const value = args[i];
    if (value?.startsWith('-') && value !== '-')
      throw new UsageError(
        `option '${option}' argument missing: '${value}' looks like an option; if it is the value, write ${option.startsWith('--') ? `${option}=${value}` : option + value}`,
      );
  }
}
