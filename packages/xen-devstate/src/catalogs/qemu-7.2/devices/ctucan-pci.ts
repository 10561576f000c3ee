// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list } from '@bytewright/schema-dsl';
import { buffer, uint8, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';
import { PCIDevice } from '../parts/pcidevice.js';

export const QemuCtucanTxBuffer = vmstate(
  'qemu_ctucan_tx_buffer',
  { version: 1, type: 'QemuCtucanTxBuffer' },
  {
    data: list(uint8, 80),
  },
);

export const Ctucan = vmstate(
  'ctucan',
  { version: 1, type: 'Ctucan' },
  {
    modeSettingsU32: uint32.wireName('mode_settings.u32'),
    statusU32: uint32.wireName('status.u32'),
    intStatU32: uint32.wireName('int_stat.u32'),
    intEnaU32: uint32.wireName('int_ena.u32'),
    intMaskU32: uint32.wireName('int_mask.u32'),
    brtU32: uint32.wireName('brt.u32'),
    brtFdU32: uint32.wireName('brt_fd.u32'),
    ewlErpFaultStateU32: uint32.wireName('ewl_erp_fault_state.u32'),
    recTecU32: uint32.wireName('rec_tec.u32'),
    errNormErrFdU32: uint32.wireName('err_norm_err_fd.u32'),
    ctrPresU32: uint32.wireName('ctr_pres.u32'),
    filterAMaskU32: uint32.wireName('filter_a_mask.u32'),
    filterAValU32: uint32.wireName('filter_a_val.u32'),
    filterBMaskU32: uint32.wireName('filter_b_mask.u32'),
    filterBValU32: uint32.wireName('filter_b_val.u32'),
    filterCMaskU32: uint32.wireName('filter_c_mask.u32'),
    filterCValU32: uint32.wireName('filter_c_val.u32'),
    filterRanLowU32: uint32.wireName('filter_ran_low.u32'),
    filterRanHighU32: uint32.wireName('filter_ran_high.u32'),
    filterControlFilterStatusU32: uint32.wireName('filter_control_filter_status.u32'),
    rxMemInfoU32: uint32.wireName('rx_mem_info.u32'),
    rxPointersU32: uint32.wireName('rx_pointers.u32'),
    rxStatusRxSettingsU32: uint32.wireName('rx_status_rx_settings.u32'),
    txStatusU32: uint32.wireName('tx_status.u32'),
    txPriorityU32: uint32.wireName('tx_priority.u32'),
    errCaptAlcU32: uint32.wireName('err_capt_alc.u32'),
    trvDelaySspCfgU32: uint32.wireName('trv_delay_ssp_cfg.u32'),
    rxFrCtrU32: uint32.wireName('rx_fr_ctr.u32'),
    txFrCtrU32: uint32.wireName('tx_fr_ctr.u32'),
    debugRegisterU32: uint32.wireName('debug_register.u32'),
    yoloRegU32: uint32.wireName('yolo_reg.u32'),
    timestampLowU32: uint32.wireName('timestamp_low.u32'),
    timestampHighU32: uint32.wireName('timestamp_high.u32'),
    txBuffer: list(QemuCtucanTxBuffer, 4).wireName('tx_buffer'),
    rxBuff: buffer(8192).wireName('rx_buff'),
    rxTailPos: uint32.wireName('rx_tail_pos'),
    rxCnt: uint32.wireName('rx_cnt'),
    rxFrameRem: uint32.wireName('rx_frame_rem'),
  },
);

export const CtucanPci = vmstate(
  'ctucan_pci',
  { version: 1, minimum: 1, type: 'CtucanPci' },
  {
    pciDevice: field(PCIDevice).wireName('dev'),
    ctucanState0: field(Ctucan).wireName('ctucan_state[0]'),
    ctucanState1: field(Ctucan).wireName('ctucan_state[1]'),
  },
);
