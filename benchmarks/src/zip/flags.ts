import type { DosTime, Entry, LocalFile } from '../../../examples/zip/generated/zip.js';

// How an author by hand reads and writes the small parts that directory and files have in common.

type Flags = Entry['flags'];

const NAMED_FLAGS = 0b10_1000_0110_1001;

/** General purpose bit flags. */
export function flagsOf(bits: number): Flags {
  return {
    encrypted: (bits & 1) !== 0,
    streamed: (bits & 8) !== 0,
    patched: (bits & 32) !== 0,
    stronglyEncrypted: (bits & 64) !== 0,
    utf8: (bits & 2048) !== 0,
    masked: (bits & 8192) !== 0,
    unknown: bits & ~NAMED_FLAGS,
  };
}

/** The bits of {@link flagsOf}. */
export function bitsOf(flags: Flags): number {
  return (
    flags.unknown |
    Number(flags.encrypted) |
    (Number(flags.streamed) << 3) |
    (Number(flags.patched) << 5) |
    (Number(flags.stronglyEncrypted) << 6) |
    (Number(flags.utf8) << 11) |
    (Number(flags.masked) << 13)
  );
}

/** Date and time in a number of 32 bits. */
export function timeOf(bits: number): DosTime {
  return {
    second: bits & 31,
    minute: (bits >>> 5) & 63,
    hour: (bits >>> 11) & 31,
    day: (bits >>> 16) & 31,
    month: (bits >>> 21) & 15,
    year: bits >>> 25,
  };
}

/** The number of {@link timeOf}. */
export function timeBits({ second, minute, hour, day, month, year }: DosTime): number {
  return (second | (minute << 5) | (hour << 11) | (day << 16) | (month << 21) | (year << 25)) >>> 0;
}

type Method = LocalFile['method'];

/** A compression method. */
export function methodOf(number: number): Method {
  switch (number) {
    case 0:
      return 'stored';
    case 8:
      return 'deflated';
    case 12:
      return 'bzip2';
    case 14:
      return 'lzma';
    case 93:
      return 'zstd';
    case 95:
      return 'xz';
    default:
      return number;
  }
}

const METHODS: Readonly<Record<string, number>> = {
  stored: 0,
  deflated: 8,
  bzip2: 12,
  lzma: 14,
  zstd: 93,
  xz: 95,
};

/** The number of {@link methodOf}. */
export function methodNumber(method: Method): number {
  return typeof method === 'number' ? method : (METHODS[method] ?? 0);
}

const SYSTEMS: Readonly<Record<string, number>> = { dos: 0, unix: 3, ntfs: 10, macos: 19 };

/** The system on which an archive was made. */
export function systemOf(number: number): Entry['system'] {
  return number === 0
    ? 'dos'
    : number === 3
      ? 'unix'
      : number === 10
        ? 'ntfs'
        : number === 19
          ? 'macos'
          : number;
}

/** The number of {@link systemOf}. */
export function systemNumber(system: Entry['system']): number {
  return typeof system === 'number' ? system : (SYSTEMS[system] ?? 0);
}

/** A text of one byte a character. */
export function latin1At(buffer: Buffer, from: number, to: number): string {
  return from === to ? '' : buffer.toString('latin1', from, to);
}

/** Writes what {@link latin1At} reads. */
export function putLatin1(bytes: Uint8Array, at: number, text: string): number {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
  return at + text.length;
}
