// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { uint8, vmstate } from '@bytewright/xen-devstate/vmstate';

export const I8259Ltim = vmstate(
  'i8259/ltim',
  { version: 1, minimum: 1, type: 'I8259Ltim' },
  {
    ltim: uint8,
  },
);

export const I8259 = vmstate(
  'i8259',
  { version: 1, minimum: 1, type: 'I8259' },
  {
    lastIrr: uint8.wireName('last_irr'),
    irr: uint8,
    imr: uint8,
    isr: uint8,
    priorityAdd: uint8.wireName('priority_add'),
    irqBase: uint8.wireName('irq_base'),
    readRegSelect: uint8.wireName('read_reg_select'),
    poll: uint8,
    specialMask: uint8.wireName('special_mask'),
    initState: uint8.wireName('init_state'),
    autoEoi: uint8.wireName('auto_eoi'),
    rotateOnAutoEoi: uint8.wireName('rotate_on_auto_eoi'),
    specialFullyNestedMode: uint8.wireName('special_fully_nested_mode'),
    init4: uint8,
    singleMode: uint8.wireName('single_mode'),
    elcr: uint8,
  },
  {
    'i8259/ltim': I8259Ltim,
  },
);
