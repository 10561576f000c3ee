import { escapeControls } from './escape-controls.js';

/** How long each part of a message may be: together some 500 characters, however deep and long a value is. */
const MOST = { path: 100, expected: 180, found: 160 };

/**
 * The message of an error: `path at byte 12 (0xc): expected …, found … (code)`. It is one line of bounded length; the
 * error's own members have it all.
 */
export function formatFailure(
  code: string,
  offset: number | undefined,
  path: string,
  expected: string,
  found: string,
): string {
  const shortPath = shorten(path, MOST.path);
  const where =
    offset === undefined
      ? shortPath
      : `${shortPath === '' ? '' : `${shortPath} `}at byte ${offset} (0x${offset.toString(16)})`;
  const what = `expected ${cut(expected, MOST.expected)}, found ${cut(found, MOST.found)}`;
  return `${where === '' ? '' : `${where}: `}${what} (${code})`;
}

/** What a codec by hand gives may be no text at all: the message shows it. */
function cut(given: string, most: number): string {
  const text = escapeControls(String(given).slice(0, 2 * most));
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** A path without its middle: its beginning says what part of a value it is in, its end the field. */
function shorten(given: string, most: number): string {
  const path = escapeControls(String(given));
  if (path.length <= most) return path;
  const half = Math.floor((most - 1) / 2);
  return `${path.slice(0, half)}…${path.slice(-half)}`;
}
