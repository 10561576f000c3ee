// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { uint8, uint32, uint64, vmstate } from '@bytewright/xen-devstate/vmstate';

export const AcpiErst = vmstate(
  'acpi-erst',
  { version: 1, minimum: 1, type: 'AcpiErst' },
  {
    operation: uint8,
    busyStatus: uint8.wireName('busy_status'),
    commandStatus: uint8.wireName('command_status'),
    recordOffset: uint32.wireName('record_offset'),
    regAction: uint64.wireName('reg_action'),
    regValue: uint64.wireName('reg_value'),
    recordIdentifier: uint64.wireName('record_identifier'),
    nextRecordIndex: uint32.wireName('next_record_index'),
  },
);
