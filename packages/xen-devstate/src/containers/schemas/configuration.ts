import { bytes, list, literal, prefix, string, struct, u8, u32be } from '@bytewright/schema-dsl';
import { subsections } from '../../vmstate/index.js';

const TargetPageBits = struct('TargetPageBits', { targetPageBits: u32be.wireName('target_page_bits') });

const Capabilities = struct('Capabilities', {
  capabilities: list(string(prefix(u8), 'ascii'), prefix(u32be)).doc(
    'Those that the reader must have as well, such as x-ignore-shared.',
  ),
});

const VirtualMachineUuid = struct('VirtualMachineUuid', { uuid: bytes(16) });

/**
 * The section after a migration stream's header: the machine that it is for. Device-state files do not have it, nor do streams
 * of machine types before 2.4 or of Xen's machine types.
 *
 * `07 0000000e 70632d6934343066782d31302e30` is `pc-i440fx-10.0`. Source: QEMU migration/savevm.c, `vmstate_configuration`.
 */
export const Configuration = struct('Configuration', {
  type: literal(u8, 0x07).doc('CONFIGURATION'),
  machine: string(prefix(u32be), 'latin1').doc('The machine type.'),
  subsections: subsections('Configuration', 'configuration', {
    'configuration/target-page-bits': TargetPageBits,
    'configuration/capabilities': Capabilities,
    'configuration/uuid': VirtualMachineUuid,
  }),
})
  .source('QEMU migration/savevm.c, vmstate_configuration')
  .doc('The machine that a migration stream is for.');
