/**
 * The offset of the payload of the first section with a name, found by its name only, which is followed by the instance and the
 * version, four bytes each.
 */
export function payloadOffset(bytes: Uint8Array, idstr: string): number {
  const header = Buffer.concat([Buffer.of(idstr.length), Buffer.from(idstr, 'latin1')]);
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(header);
  if (at < 0) throw new Error(`No section ${idstr}`);
  return at + header.length + 8;
}
