import { COLOR_MODES } from '../output/colors.js';
import type { Option } from './option.js';

/**
 * The options of every command: how it prints, and what is asked instead of running it.
 *
 * @example `COMMON_OPTIONS.map(({ name }) => name)` is `['color', 'help', 'version']`
 */
export const COMMON_OPTIONS: readonly Option[] = [
  {
    name: 'color',
    value: 'WHEN',
    choices: COLOR_MODES,
    help: 'auto (default: on a terminal, unless NO_COLOR is set), always, or never',
  },
  { name: 'help', short: 'h', help: 'print this' },
  { name: 'version', help: 'print the version' },
];
