import type { DescriptionOverlay } from './overlay.js';

/** Network devices. */
export const NET: Readonly<Record<string, DescriptionOverlay>> = {
  e1000: {
    source: 'QEMU hw/net/e1000.c, vmstate_e1000, is_version_1',
    doc: 'An Intel 82540EM network card.',
    fields: {
      unused: { presentWhen: 'version.eq(1)' },
      eeprom_data: { doc: 'The EEPROM; the first three words are the MAC address, little-endian.' },
      phy_reg: { name: 'phy', doc: 'Registers of the transceiver.' },
      'tx.data': { doc: 'The packet that is being put together.' },
      mac_reg: { name: 'receiveAddresses', doc: 'MAC addresses to receive, of two words each.' },
      'mac_reg#2': { name: 'multicastTable' },
      'mac_reg#3': { name: 'vlanFilter' },
    },
  },
  e1000e: {
    source: 'QEMU hw/net/e1000e.c, e1000e_migrate_timadj',
    fields: { 'core.timadj': { presentWhen: 'timeAdjust' } },
  },
  eeprom: {
    source: 'QEMU hw/nvram/eeprom93xx.c, vmstate_eeprom: versions before are of 2006',
    minimum: 20061113,
    fields: {
      size: { name: 'oldSize', isMerged: true },
      unused: { isMerged: true },
      'size#2': {
        name: 'size',
        node: 'derived(uint16Equal)',
        relations: ['$.size.is(count($.contents))'],
      },
      contents: { node: 'list(uint16)' },
    },
  },
  pcnet: {
    source: 'QEMU hw/net/pcnet.c, is_version_2',
    fields: { unused: { presentWhen: 'version.eq(2)' } },
  },
  vmxnet3: {
    source: 'QEMU hw/net/vmxnet3.c, vmstate_vmxnet3',
    fields: {
      mcast_list_buff_size: {
        relations: ['$.subsections.with(multicastSize.of($.mcastListBuffSize))'],
      },
    },
  },
  'vmxnet3/mcast_list': {
    source: 'QEMU hw/net/vmxnet3.c, vmxnet3_vmstate_mcast_list',
    fields: { mcast_list: { size: 'multicastSize' } },
  },
};
