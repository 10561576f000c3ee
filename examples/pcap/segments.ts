import type { Frame, Tcp } from './generated/frame.js';

/** The TCP segment in a frame, if there is one. */
export function tcpIn({ content }: Frame): Tcp | undefined {
  if (content.type !== 'ipv4') return undefined;
  const { body } = content.value.packet;
  return body.type === 'tcp' ? body.value : undefined;
}

/**
 * The frame with the data of its segment replaced. Lengths and checksums are computed when it is encoded.
 *
 * @throws TypeError if the frame has no TCP segment
 */
export function withData(frame: Frame, data: Uint8Array): Frame {
  const segment = tcpIn(frame);
  if (segment === undefined || frame.content.type !== 'ipv4')
    throw new TypeError('This frame has no TCP segment');
  const { packet, padding } = frame.content.value;
  const body = { type: 'tcp', value: { ...segment, data } } as const;
  return { ...frame, content: { type: 'ipv4', value: { packet: { ...packet, body }, padding } } };
}
