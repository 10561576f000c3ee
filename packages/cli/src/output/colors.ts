import pc from 'picocolors';

/** Functions that colour text, or pass it on as it is. @example `colors.red('FAIL')` */
export type Colors = ReturnType<typeof pc.createColors>;

/** What `--color` takes. @example `COLOR_MODES.includes('always')` */
export const COLOR_MODES = ['auto', 'always', 'never'] as const;

/** One of {@link COLOR_MODES}. @example `const mode: ColorMode = 'auto'` */
export type ColorMode = (typeof COLOR_MODES)[number];

/**
 * Colours for a stream. What `--color` says counts first, then `NO_COLOR`, then `FORCE_COLOR`; else a terminal has colours that is not
 * a dumb one.
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
