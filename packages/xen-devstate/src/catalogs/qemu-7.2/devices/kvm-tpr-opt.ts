// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { uint32, unused, vmstate } from '@bytewright/xen-devstate/vmstate';

export const KvmvapicHandlers = vmstate(
  'kvmvapic-handlers',
  { version: 1, type: 'KvmvapicHandlers' },
  {
    setTpr: uint32.wireName('set_tpr'),
    setTprEax: uint32.wireName('set_tpr_eax'),
    getTpr: list(uint32, 8).wireName('get_tpr'),
    getTprStack: uint32.wireName('get_tpr_stack'),
  },
);

export const KvmvapicGuestRom = vmstate(
  'kvmvapic-guest-rom',
  { version: 1, type: 'KvmvapicGuestRom' },
  {
    unused: unused(8),
    vaddr: uint32,
    fixupStart: uint32.wireName('fixup_start'),
    fixupEnd: uint32.wireName('fixup_end'),
    vapicVaddr: uint32.wireName('vapic_vaddr'),
    vapicSize: uint32.wireName('vapic_size'),
    vcpuShift: uint32.wireName('vcpu_shift'),
    realTprAddr: uint32.wireName('real_tpr_addr'),
    up: KvmvapicHandlers,
    mp: KvmvapicHandlers,
  },
);

export const KvmTprOpt = vmstate(
  'kvm-tpr-opt',
  { version: 1, minimum: 1, type: 'KvmTprOpt' },
  {
    romState: field(KvmvapicGuestRom).wireName('rom_state'),
    state: uint32,
    realTprAddr: uint32.wireName('real_tpr_addr'),
    romStateVaddr: uint32.wireName('rom_state_vaddr'),
    vapicPaddr: uint32.wireName('vapic_paddr'),
    romStatePaddr: uint32.wireName('rom_state_paddr'),
  },
);
