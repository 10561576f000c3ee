import type { Frame, Tcp } from './generated/frame.js';

/** The segment of TCP in a frame, if there is one. */
export function tcpIn({ content }: Frame): Tcp | undefined {
  if (content.type !== 'ipv4') return undefined;
  const { body } = content.value.packet;
  return body.type === 'tcp' ? body.value : undefined;
}

/**
 * A frame with other data in its segment. Lengths and checksums follow when it is encoded.
 *
 * @throws TypeError where the frame has no segment of TCP
 */
export function withData(frame: Frame, data: Uint8Array): Frame {
  const segment = tcpIn(frame);
  if (segment === undefined || frame.content.type !== 'ipv4')
    throw new TypeError('There is no TCP in this frame');
  const { packet, padding } = frame.content.value;
  const body = { type: 'tcp', value: { ...segment, data } } as const;
  return { ...frame, content: { type: 'ipv4', value: { packet: { ...packet, body }, padding } } };
}
