// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { count, derived, field, list } from '@bytewright/schema-dsl';
import { nvmeQueues } from '@bytewright/xen-devstate/machine-parameters';
import {
  bool,
  int32,
  msixVectors,
  msixVectorsIn,
  pointer,
  queue,
  uint8,
  uint16,
  uint32,
  uint64,
  vmstate,
} from '@bytewright/xen-devstate/vmstate';
import { Msix } from '../../qemu-7.2/parts/msix.js';
import { PCIDevice } from '../../qemu-7.2/parts/pcidevice.js';
import { NvmeAtomic } from '../parts/nvme-atomic.js';
import { NvmeBar } from '../parts/nvme-bar.js';
import { NvmeCq } from '../parts/nvme-cq.js';
import { NvmeNs } from '../parts/nvme-ns.js';
import { NvmeRequest } from '../parts/nvme-request.js';

export const NvmeAsyncEventResult = vmstate(
  'nvme-async-event-result',
  { version: 1, type: 'NvmeAsyncEventResult' },
  {
    eventType: uint8.wireName('event_type'),
    eventInfo: uint8.wireName('event_info'),
    logPage: uint8.wireName('log_page'),
    resv: uint8,
  },
);

export const NvmeAsyncEvent = vmstate(
  'nvme-async-event',
  { version: 1, type: 'NvmeAsyncEvent' },
  {
    result: NvmeAsyncEventResult,
  },
);

export const NvmeSq = vmstate(
  'nvme-sq',
  { version: 1, type: 'NvmeSq' },
  {
    sqid: uint16,
    cqid: uint16,
    head: uint32,
    tail: uint32,
    size: uint32,
    dmaAddr: uint64.wireName('dma_addr'),
  },
);

export const NvmeHbs = vmstate(
  'nvme-hbs',
  { version: 1, type: 'NvmeHbs' },
  {
    acre: uint8,
    etdas: uint8,
    lbafee: uint8,
    rsvd3: uint8,
    cdfe: uint16,
    rsvd6: list(uint8, 506),
  },
);

export const Nvme = vmstate(
  'nvme',
  { version: 1, minimum: 1, type: 'Nvme' },
  {
    pciDevice: field(PCIDevice).wireName('parent_obj'),
    msix: field(Msix).wireName('parent_obj'),
    bar: NvmeBar,
    qsCreated: bool.wireName('qs_created'),
    pageSize: uint32.wireName('page_size'),
    pageBits: uint16.wireName('page_bits'),
    maxPrpEnts: uint16.wireName('max_prp_ents'),
    maxQEnts: uint32.wireName('max_q_ents'),
    outstandingAers: derived(uint8).wireName('outstanding_aers'),
    irqStatus: uint32.wireName('irq_status'),
    cqPending: int32.wireName('cq_pending'),
    hostTimestamp: uint64.wireName('host_timestamp'),
    timestampSetQemuClockMs: uint64.wireName('timestamp_set_qemu_clock_ms'),
    starttimeMs: uint64.wireName('starttime_ms'),
    temperature: uint16,
    smartCriticalWarning: uint8.wireName('smart_critical_warning'),
    confMsixQsize: uint32.wireName('conf_msix_qsize'),
    confIoqpairs: uint32.wireName('conf_ioqpairs'),
    dbbufDbs: uint64.wireName('dbbuf_dbs'),
    dbbufEis: uint64.wireName('dbbuf_eis'),
    dbbufEnabled: bool.wireName('dbbuf_enabled'),
    aerMask: uint8.wireName('aer_mask'),
    aerReqs: list(pointer('NvmeAerReqsPointer', NvmeRequest)).wireName('aer_reqs'),
    aerQueue: queue('NvmeAerQueueElement', NvmeAsyncEvent).wireName('aer_queue'),
    aerQueued: int32.wireName('aer_queued'),
    namespace: NvmeNs,
    sq: list(pointer('NvmeSqPointer', NvmeSq), nvmeQueues),
    cq: list(pointer('NvmeCqPointer', NvmeCq), nvmeQueues),
    featuresTempThreshHi: uint16.wireName('features.temp_thresh_hi'),
    featuresTempThreshLow: uint16.wireName('features.temp_thresh_low'),
    featuresAsyncConfig: uint32.wireName('features.async_config'),
    featuresHbs: field(NvmeHbs).wireName('features.hbs'),
    dn: uint32,
    atomic: NvmeAtomic,
  },
).where(($) => [
  $.msix.with(msixVectors.of(msixVectorsIn($.pciDevice.$.config))),
  $.outstandingAers.is(count($.aerReqs)),
  $.sq.with(nvmeQueues.of($.confIoqpairs.plus(1))),
  $.cq.with(nvmeQueues.of($.confIoqpairs.plus(1))),
]).source('QEMU hw/nvme/ctrl.c, nvme_init_state: as many of both as input and output queues, and those of commands');
