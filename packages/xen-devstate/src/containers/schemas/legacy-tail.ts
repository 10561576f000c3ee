import {
  byteLength,
  bytes,
  derived,
  literal,
  string,
  struct,
  toEnd,
  u32be,
  u32le,
} from '@bytewright/schema-dsl';

// The tails of legacy streams, those before Xen 4.6. Only the signature shows where the tail begins.

/**
 * A device state that extends to the end of the file: `QemuDeviceModelRecord`, and the state.
 *
 * Source: Xen tools/libxc/xc_domain_restore.c, `buffer_tail_hvm`.
 */
export const UnmeasuredTail = struct('UnmeasuredTail', {
  signature: literal(string(21, 'ascii'), 'QemuDeviceModelRecord'),
  state: bytes(toEnd),
}).doc('A device state that goes to the end of the file.');

/** `DeviceModelRecord0002`, a length, and the state. Source: Xen commit 2526ff6c. */
export const MeasuredTail = struct('MeasuredTail', {
  signature: literal(string(21, 'ascii'), 'DeviceModelRecord0002'),
  length: derived(u32le),
  state: bytes(),
})
  .where(($) => [$.length.is(byteLength($.state))])
  .doc('A device state and its length.');

/** The same as Remus wrote it, under its own signature. Source: Xen tools/libxc/xc_domain_restore.c, `buffer_tail_hvm`. */
export const RemusTail = struct('RemusTail', {
  signature: literal(string(21, 'ascii'), 'RemusDeviceModelState'),
  length: derived(u32le),
  state: bytes(),
})
  .where(($) => [$.length.is(byteLength($.state))])
  .doc('A device state and its length, as Remus wrote it.');

/** The signature of legacy suspend images of xenopsd, before a legacy libxc stream. */
export const XenopsdLegacySignature = struct('XenopsdLegacySignature', {
  signature: literal(string(15, 'ascii'), 'XenSavedDomain\n'),
}).source('xapi-project/xenopsd xc/suspend_image.ml, legacy_save_signature');

/** The tail of such an image. Unlike in the others, the length is big-endian. */
export const XenopsdTail = struct('XenopsdTail', {
  signature: literal(string(22, 'ascii'), 'QemuDeviceModelRecord\n'),
  length: derived(u32be),
  state: bytes(),
})
  .where(($) => [$.length.is(byteLength($.state))])
  .source('xapi-project/xenopsd xc/suspend_image.ml, read_legacy_qemu_header')
  .doc('A device state and its length, in a legacy suspend image of xenopsd.');
