import type { DescriptionOverlay } from './overlay.js';

/** Other devices. */
export const MISC: Readonly<Record<string, DescriptionOverlay>> = {
  fw_cfg: {
    source: 'QEMU hw/nvram/fw_cfg.c, is_version_1',
    fields: { cur_offset: { presentWhen: 'version.eq(1)' } },
  },
  'ipmi-interface': {
    source: 'QEMU hw/ipmi/isa_ipmi_kcs.c, vmstate_kcs_before_version2',
    fields: { kcs: { presentWhen: 'version.le(1)' } },
  },
  'ipmi-interface-kcs': {
    source: 'QEMU hw/ipmi/ipmi_kcs.c, vmstate_kcs_before_version2',
    fields: { unused: { presentWhen: 'version.le(1)' } },
  },
  pflash_cfi01_blk_write: {
    source: 'QEMU hw/block/pflash_cfi01.c, writeblock_size',
    fields: { blk_bytes: { size: 'flashBlockSize' } },
  },
  'sd-card': {
    source: 'QEMU hw/sd/sd.c, sd_vmstate: a bit for each 2 MiB, and one more',
    fields: {
      wp_group_bmap: { size: 'sdGroupWords' },
      // its name until QEMU 7.1
      wp_groups: { name: 'wpGroupBmap', size: 'sdGroupWords' },
    },
  },
  sdhci: {
    source: 'QEMU hw/sd/sdhci.c, sdhci_get_fifolen',
    fields: { fifo_buffer: { size: 'sdBufferSize' } },
  },
  xen_evtchn: {
    source: 'QEMU hw/i386/kvm/xen_evtchn.c: 256 interrupts',
    fields: { pirq_inuse_bitmap: { count: '4' } },
  },
  // queues that were not created are null
  nvme: {
    source:
      'QEMU hw/nvme/ctrl.c, nvme_init_state: as many of both as input and output queues, and those of commands',
    fields: {
      sq: { count: 'nvmeQueues', relations: ['$.sq.with(nvmeQueues.of($.confIoqpairs.plus(1)))'] },
      cq: { count: 'nvmeQueues', relations: ['$.cq.with(nvmeQueues.of($.confIoqpairs.plus(1)))'] },
    },
  },
  vdagent: {
    source: 'QEMU ui/vdagent.c, put_cbinfo',
    fields: {
      cbinfos: { node: 'optional(@{cbinfoarray})', relations: ['$.cbinfos.presentWhen(vdagentClipboard)'] },
    },
  },
  CprState: { source: 'QEMU migration/cpr.c', fields: { fds: { node: "queue('CprStateFd', @{cpr fd})" } } },
  'cpr fd': {
    source: 'QEMU migration/cpr.c: file descriptors travel beside the stream',
    fields: { fd: { node: 'buffer(0)' } },
  },
  vmbus: {
    source: 'QEMU hw/hyperv/vmbus.c',
    fields: { gpadl_list: { node: "queue('VmbusGpadlElement', @{vmbus/gpadl})" } },
  },
  'uefi-vars': {
    source: 'QEMU hw/uefi/var-service-core.c, vmstate_uefi_vars',
    fields: {
      variables: { node: "queue('UefiVariableElement', @{uefi-variable})" },
      var_policies: { node: "queue('UefiVarPolicyElement', @{uefi-var-policy})" },
    },
  },
};
