import { bytes, endsAfter, list, literal, string, struct, toEnd } from '@bytewright/schema-dsl';
import { XENOPSD_RECORD, XenopsdRecord } from './xenopsd-record.js';

/** The first 15 bytes of a suspend image. */
export const XenopsdSignature = struct('XenopsdSignature', {
  signature: literal(string(15, 'ascii'), 'XenSavedDomv2-\n'),
}).source('xapi-project/xenopsd xc/suspend_image.ml, save_signature');

/**
 * A complete suspend image of xenopsd, in memory. `findDeviceState` finds the device state in one without loading it.
 */
export const XenopsdImage = struct('XenopsdImage', {
  signature: XenopsdSignature,
  records: list(
    XenopsdRecord,
    endsAfter(($) => $.type.eq(XENOPSD_RECORD.end)),
  ),
  trailing: bytes(toEnd),
})
  .source('xapi-project/xenopsd xc/suspend_image.ml')
  .doc('A suspend image of xenopsd.');
