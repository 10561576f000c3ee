import { COLOR_MODES } from '../output/colors.js';
import type { Option } from './option.js';

/**
 * The options that every command has.
 *
 * @example `COMMON_OPTIONS.map(({ name }) => name)` is `['color', 'help', 'version']`
 */
export const COMMON_OPTIONS: readonly Option[] = [
  {
    name: 'color',
    value: 'WHEN',
    choices: COLOR_MODES,
    help: 'when to use colors: auto (default: on a terminal, unless NO_COLOR is set), always, or never',
  },
  { name: 'help', short: 'h', help: 'print this help' },
  { name: 'version', help: 'print the version' },
];
