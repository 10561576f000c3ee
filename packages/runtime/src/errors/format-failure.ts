/** The message of an error: `path at byte 12 (0xc): expected …, found … (code)`. */
export function formatFailure(
  code: string,
  offset: number | undefined,
  path: string,
  expected: string,
  found: string,
): string {
  const where =
    offset === undefined
      ? path
      : `${path === '' ? '' : `${path} `}at byte ${offset} (0x${offset.toString(16)})`;
  return `${where === '' ? '' : `${where}: `}expected ${expected}, found ${found} (${code})`;
}
