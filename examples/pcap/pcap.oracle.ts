import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runOracle } from '../../scripts/lib/oracle.mjs';
import { decodeFrame, encodeFrame } from './generated/frame.js';
import { decodePcap, encodePcap } from './generated/pcap.js';
import { tcpIn, withData } from './segments.js';

const http = new Uint8Array(readFileSync(new URL('fixtures/http.pcap', import.meta.url)));

/** The file with a different request, in a shorter packet than before. */
function edited(): Uint8Array {
  const file = decodePcap(http);
  const packets = file.capture.packets.map((packet) => {
    const frame = decodeFrame(packet.data);
    const text = Buffer.from(tcpIn(frame)?.data ?? []).toString('latin1');
    if (!text.startsWith('GET ')) return packet;
    const data = encodeFrame(
      withData(frame, Buffer.from('GET /edited HTTP/1.1\r\nHost: bytewright\r\n\r\n')),
    );
    return { ...packet, originalLength: data.length, data };
  });
  return encodePcap({ ...file, capture: { ...file.capture, packets } });
}

const read = ['-r', 'FILE', '-n', '-vv', '-A'];

test('tcpdump finds all checksums correct, and prints the request', () => {
  const { code, output } = runOracle('tcpdump', read, edited(), 'edited.pcap');
  expect(code).toBe(0);
  expect(output.match(/cksum 0x\w+ \(correct\)/g)).toHaveLength(12);
  expect(output).not.toMatch(/incorrect|bad cksum|truncated/);
  expect(output).toContain('length 42');
  expect(output).toContain('GET /edited HTTP/1.1');
});

test('capinfos counts the packets and their bytes', () => {
  const { code, output } = runOracle('capinfos', ['-c', '-d', '-M', 'FILE'], edited(), 'edited.pcap');
  expect(code).toBe(0);
  expect(output).toMatch(/Number of packets:\s+12/);
  expect(output).toMatch(/Data size:\s+1042 bytes/); // 1087 in the file, minus 87 for the old request, plus 42 for the new one
});

test('tcpdump reports a wrong checksum, so it does check', () => {
  const wrong = Uint8Array.from(http);
  wrong[24 + 16 + 50] = (wrong[24 + 16 + 50] ?? 0) ^ 1; // in the checksum of the first segment
  expect(runOracle('tcpdump', read, wrong, 'wrong.pcap').output).toContain('(incorrect -> ');
});
