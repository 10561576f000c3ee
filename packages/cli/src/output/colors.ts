import pc from 'picocolors';

/** Functions that color text, or return it unchanged. @example `colors.red('FAIL')` */
export type Colors = ReturnType<typeof pc.createColors>;

/** The values of `--color`. @example `COLOR_MODES.includes('always')` */
export const COLOR_MODES = ['auto', 'always', 'never'] as const;

/** One of {@link COLOR_MODES}. @example `const mode: ColorMode = 'auto'` */
export type ColorMode = (typeof COLOR_MODES)[number];

/**
 * The colors for a stream. `--color` takes precedence over `NO_COLOR`, and that over `FORCE_COLOR`; by default, terminals have
 * colors, except dumb ones.
 *
 * @example `colorsFor('auto', { NO_COLOR: '1' }, true).red('x')` is `x`
 * @example `colorsFor('always', {}, false).isColorSupported` is `true`
 */
export function colorsFor(
  mode: ColorMode,
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): Colors {
  return pc.createColors(isWanted(mode, env, isTerminal));
}

function isWanted(
  mode: ColorMode,
  { NO_COLOR, FORCE_COLOR, TERM }: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (mode !== 'auto') return mode === 'always';
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTerminal && TERM !== 'dumb';
}
