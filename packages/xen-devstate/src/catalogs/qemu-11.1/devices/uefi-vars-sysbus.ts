// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { byteLength, derived, list } from '@bytewright/schema-dsl';
import {
  bool,
  buffer,
  queue,
  uint8,
  uint16,
  uint32,
  uint64,
  vmstate,
} from '@bytewright/xen-devstate/vmstate';

export const UefiTime = vmstate(
  'uefi-time',
  { version: 0, type: 'UefiTime' },
  {
    year: uint16,
    month: uint8,
    day: uint8,
    hour: uint8,
    minute: uint8,
    second: uint8,
    nanosecond: uint32,
  },
);

export const UefiVarPolicy = vmstate(
  'uefi-var-policy',
  { version: 0, type: 'UefiVarPolicy' },
  {
    entrySize: derived(uint32).wireName('entry_size'),
    entry: buffer(),
  },
).where(($) => [$.entrySize.is(byteLength($.entry))]);

export const UefiVariableDigest = vmstate(
  'uefi-variable-digest',
  { version: 0, minimum: 0, type: 'UefiVariableDigest' },
  {
    digestSize: derived(uint32).wireName('digest_size'),
    digest: buffer(),
  },
).where(($) => [$.digestSize.is(byteLength($.digest))]);

export const UefiVariable = vmstate(
  'uefi-variable',
  { version: 0, type: 'UefiVariable' },
  {
    guidData: list(uint8, 16).wireName('guid.data'),
    nameSize: derived(uint32).wireName('name_size'),
    dataSize: derived(uint32).wireName('data_size'),
    attributes: uint32,
    name: buffer(),
    data: buffer(),
    time: UefiTime,
  },
  {
    'uefi-variable-digest': UefiVariableDigest,
  },
).where(($) => [$.nameSize.is(byteLength($.name)), $.dataSize.is(byteLength($.data))]);

export const UefiVars = vmstate(
  'uefi-vars',
  { version: 0, type: 'UefiVars' },
  {
    sts: uint16,
    bufSize: derived(uint32).wireName('buf_size'),
    bufAddrLo: uint32.wireName('buf_addr_lo'),
    bufAddrHi: uint32.wireName('buf_addr_hi'),
    pioXferOffset: uint32.wireName('pio_xfer_offset'),
    pioXferBuffer: buffer().wireName('pio_xfer_buffer'),
    endOfDxe: bool.wireName('end_of_dxe'),
    readyToBoot: bool.wireName('ready_to_boot'),
    exitBootService: bool.wireName('exit_boot_service'),
    policyLocked: bool.wireName('policy_locked'),
    usedStorage: uint64.wireName('used_storage'),
    variables: queue('UefiVariableElement', UefiVariable),
    varPolicies: queue('UefiVarPolicyElement', UefiVarPolicy).wireName('var_policies'),
  },
).where(($) => [$.bufSize.is(byteLength($.pioXferBuffer))]).source('QEMU hw/uefi/var-service-core.c, vmstate_uefi_vars');

export const UefiVarsSysbus = vmstate(
  'uefi-vars-sysbus',
  { version: 0, minimum: 0, type: 'UefiVarsSysbus' },
  {
    state: UefiVars,
  },
);
