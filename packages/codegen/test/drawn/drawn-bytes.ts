/**
 * Bytes as a reader sees them: each line a field, in hexadecimal, then two spaces and what stands there. A line may hold
 * no byte (a field that takes none), and no line may lack its comment, as bytes without names explain nothing.
 *
 * @throws SyntaxError naming the line.
 * @example `68 69 00  text: "hi", and its terminator` is three bytes
 */
export function readDrawnBytes(text: string): Uint8Array {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const digits = lines.map((line) => {
    const drawn = /^((?:[0-9a-f]{2} ?)*[0-9a-f]{2}) {2,}\S/i.exec(line.trimStart())?.[1];
    if (drawn === undefined && !line.startsWith('  '))
      throw new SyntaxError(`Drawn bytes are "hex digits, two spaces, comment", not ${JSON.stringify(line)}`);
    return drawn ?? '';
  });
  return bytesOfHex(digits.join(''));
}

/** Whether a text is nothing but pairs of hexadecimal digits, with spaces between them. */
export function isHex(text: string): boolean {
  return /^(?:[0-9a-f]{2} *)*$/i.test(text);
}

/** The bytes of pairs of hexadecimal digits. */
export function bytesOfHex(text: string): Uint8Array {
  const digits = text.replace(/ /g, '');
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) =>
    Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  );
}
