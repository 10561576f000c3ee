import { bytes, check, literal, prefix, sized, string, struct, toEnd, u32le } from '@bytewright/schema-dsl';

/** 32 bytes, including a line feed, a NUL and a carriage return, to detect copies that were made in text mode. */
const MAGIC = 'Xen saved domain, xl format\n \0 \r';

/** The data that `xl` writes after its header: the configuration of the domain, with its own length, and room for more. */
const XlOptionalData = struct('XlOptionalData', {
  configuration: bytes(prefix(u32le)).doc('JSON of the domain, and a NUL; text of xl.cfg in files of old.'),
  rest: bytes(toEnd).doc('What later versions may add. Nothing so far.'),
}).source('Xen tools/xl/xl_vmcontrol.c, save_domain_core_writeconfig');

/**
 * The start of an image of `xl save`: a 32-byte magic number, 16 bytes of numbers, and the configuration. The stream follows
 * directly, without alignment.
 *
 * Source: Xen tools/xl/xl.h, `struct save_file_header`.
 *
 * @example `58656e20…0d 04030201 03000000 00000000 1d060000 19060000 7b0a…` has a configuration of 0x619 bytes and a stream
 *   of version 2
 */
export const XlSaveHeader = struct('XlSaveHeader', {
  magic: literal(string(32, 'ascii'), MAGIC),
  byteOrder: literal(u32le, 0x01020304).doc('Little-endian, as all hosts of Xen are.'),
  mandatoryFlags: u32le.doc('1: the configuration is JSON. 2: the stream is of version 2.'),
  optionalFlags: u32le,
  optionalData: sized(prefix(u32le), XlOptionalData),
})
  .where(($) => [check($.mandatoryFlags.le(3), 'no mandatory flags but 1 and 2')])
  .source('Xen tools/xl/xl.h, struct save_file_header')
  .doc('The header of an image that xl save wrote.');
