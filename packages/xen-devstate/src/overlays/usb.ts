import type { DescriptionOverlay } from './overlay.js';

/** USB. */
export const USB: Readonly<Record<string, DescriptionOverlay>> = {
  'xhci-core': {
    source: 'QEMU hw/usb/hcd-xhci.c, vmstate_xhci',
    fields: {
      ports: { count: 'morePorts' },
      slots: { count: 'xhciSlots' },
      intr: { name: 'interrupters', count: 'xhciInterrupters' },
    },
  },
  'xhci-intr': {
    source: 'QEMU hw/usb/hcd-xhci.c, xhci_er_full',
    fields: {
      ev_buffer_put: { presentWhen: '$.erFullUnused.ne(false)' },
      ev_buffer_get: { presentWhen: '$.erFullUnused.ne(false)' },
      ev_buffer: { presentWhen: '$.erFullUnused.ne(false)' },
    },
  },
  'usb-redir': {
    source: 'QEMU hw/usb/redirect.c, usbredir_put_parser',
    fields: { parser: { node: 'usbRedirParser' } },
  },
  'usb-redir-ep': {
    source: 'QEMU hw/usb/redirect.c, usbredir_put_bufpq',
    fields: { bufpq: { node: 'usbRedirPackets' } },
  },
  'usb-redir-packet-id-queue': {
    source: 'QEMU hw/usb/redirect.c, usbredir_put_packet_id_q',
    fields: { queue: { node: 'usbRedirPacketIds' } },
  },
};
