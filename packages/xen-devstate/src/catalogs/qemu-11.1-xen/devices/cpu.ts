// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { field, list, since } from '@bytewright/schema-dsl';
import {
  int32,
  int64,
  uint8,
  uint16,
  uint32,
  uint64,
  version,
  vmstate,
} from '@bytewright/xen-devstate/vmstate';

export const BndRegs = vmstate(
  'bnd_regs',
  { version: 1, type: 'BndRegs' },
  {
    lb: uint64,
    ub: uint64,
  },
);

export const FpregTmp = vmstate(
  'fpreg_tmp',
  { version: 0, type: 'FpregTmp' },
  {
    tmpMant: uint64.wireName('tmp_mant'),
    tmpExp: uint16.wireName('tmp_exp'),
  },
);

export const Fpreg = vmstate(
  'fpreg',
  { version: 0, type: 'Fpreg' },
  {
    tmp: FpregTmp,
  },
).source('QEMU target/i386/machine.c, vmstate_fpreg');

export const Segment = vmstate(
  'segment',
  { version: 1, type: 'Segment' },
  {
    selector: uint32,
    base: uint32,
    limit: uint32,
    flags: uint32,
  },
);

export const XmmReg = vmstate(
  'xmm_reg',
  { version: 1, type: 'XmmReg' },
  {
    qZMMReg0: uint64.wireName('_q_ZMMReg[0]'),
    qZMMReg1: uint64.wireName('_q_ZMMReg[1]'),
  },
);

export const MtrrVar = vmstate(
  'mtrr_var',
  { version: 1, type: 'MtrrVar' },
  {
    base: uint64,
    mask: uint64,
  },
);

export const YmmhReg = vmstate(
  'ymmh_reg',
  { version: 1, type: 'YmmhReg' },
  {
    qZMMReg2: uint64.wireName('_q_ZMMReg[2]'),
    qZMMReg3: uint64.wireName('_q_ZMMReg[3]'),
  },
);

export const CpuExceptionInfo = vmstate(
  'cpu/exception_info',
  { version: 1, minimum: 1, type: 'CpuExceptionInfo' },
  {
    exceptionPending: uint8.wireName('env.exception_pending'),
    exceptionInjected: uint8.wireName('env.exception_injected'),
    exceptionHasPayload: uint8.wireName('env.exception_has_payload'),
    exceptionPayload: uint64.wireName('env.exception_payload'),
  },
);

export const CpuErrorCode = vmstate(
  'cpu/error_code',
  { version: 1, minimum: 1, type: 'CpuErrorCode' },
  {
    errorCode: int32.wireName('env.error_code'),
  },
);

export const CpuAsyncPfMsr = vmstate(
  'cpu/async_pf_msr',
  { version: 1, minimum: 1, type: 'CpuAsyncPfMsr' },
  {
    asyncPfEnMsr: uint64.wireName('env.async_pf_en_msr'),
  },
);

export const CpuAsyncPfIntMsr = vmstate(
  'cpu/async_pf_int_msr',
  { version: 1, minimum: 1, type: 'CpuAsyncPfIntMsr' },
  {
    asyncPfIntMsr: uint64.wireName('env.async_pf_int_msr'),
  },
);

export const CpuAsyncPvEoiMsr = vmstate(
  'cpu/async_pv_eoi_msr',
  { version: 1, minimum: 1, type: 'CpuAsyncPvEoiMsr' },
  {
    pvEoiEnMsr: uint64.wireName('env.pv_eoi_en_msr'),
  },
);

export const CpuStealTimeMsr = vmstate(
  'cpu/steal_time_msr',
  { version: 1, minimum: 1, type: 'CpuStealTimeMsr' },
  {
    stealTimeMsr: uint64.wireName('env.steal_time_msr'),
  },
);

export const CpuPollControlMsr = vmstate(
  'cpu/poll_control_msr',
  { version: 1, minimum: 1, type: 'CpuPollControlMsr' },
  {
    pollControlMsr: uint64.wireName('env.poll_control_msr'),
  },
);

export const CpuFpopIpDp = vmstate(
  'cpu/fpop_ip_dp',
  { version: 1, minimum: 1, type: 'CpuFpopIpDp' },
  {
    fpop: uint16.wireName('env.fpop'),
    fpip: uint64.wireName('env.fpip'),
    fpdp: uint64.wireName('env.fpdp'),
  },
);

export const CpuMsrTscAdjust = vmstate(
  'cpu/msr_tsc_adjust',
  { version: 1, minimum: 1, type: 'CpuMsrTscAdjust' },
  {
    tscAdjust: uint64.wireName('env.tsc_adjust'),
  },
);

export const CpuMsrTscdeadline = vmstate(
  'cpu/msr_tscdeadline',
  { version: 1, minimum: 1, type: 'CpuMsrTscdeadline' },
  {
    tscDeadline: uint64.wireName('env.tsc_deadline'),
  },
);

export const CpuMsrIa32MiscEnable = vmstate(
  'cpu/msr_ia32_misc_enable',
  { version: 1, minimum: 1, type: 'CpuMsrIa32MiscEnable' },
  {
    msrIa32MiscEnable: uint64.wireName('env.msr_ia32_misc_enable'),
  },
);

export const CpuMsrIa32FeatureControl = vmstate(
  'cpu/msr_ia32_feature_control',
  { version: 1, minimum: 1, type: 'CpuMsrIa32FeatureControl' },
  {
    msrIa32FeatureControl: uint64.wireName('env.msr_ia32_feature_control'),
  },
);

export const CpuMsrArchitecturalPmu = vmstate(
  'cpu/msr_architectural_pmu',
  { version: 1, minimum: 1, type: 'CpuMsrArchitecturalPmu' },
  {
    msrFixedCtrCtrl: uint64.wireName('env.msr_fixed_ctr_ctrl'),
    msrGlobalCtrl: uint64.wireName('env.msr_global_ctrl'),
    msrGlobalStatus: uint64.wireName('env.msr_global_status'),
    msrGlobalOvfCtrl: uint64.wireName('env.msr_global_ovf_ctrl'),
    msrFixedCounters: list(uint64, 3).wireName('env.msr_fixed_counters'),
    msrGpCounters: list(uint64, 18).wireName('env.msr_gp_counters'),
    msrGpEvtsel: list(uint64, 18).wireName('env.msr_gp_evtsel'),
  },
);

export const CpuMpx = vmstate(
  'cpu/mpx',
  { version: 1, minimum: 1, type: 'CpuMpx' },
  {
    bndRegs: list(BndRegs, 4).wireName('env.bnd_regs'),
    bndcsRegsCfgu: uint64.wireName('env.bndcs_regs.cfgu'),
    bndcsRegsSts: uint64.wireName('env.bndcs_regs.sts'),
    msrBndcfgs: uint64.wireName('env.msr_bndcfgs'),
  },
);

export const CpuMsrHypervHypercall = vmstate(
  'cpu/msr_hyperv_hypercall',
  { version: 1, minimum: 1, type: 'CpuMsrHypervHypercall' },
  {
    msrHvGuestOsId: uint64.wireName('env.msr_hv_guest_os_id'),
    msrHvHypercall: uint64.wireName('env.msr_hv_hypercall'),
  },
);

export const CpuMsrHypervVapic = vmstate(
  'cpu/msr_hyperv_vapic',
  { version: 1, minimum: 1, type: 'CpuMsrHypervVapic' },
  {
    msrHvVapic: uint64.wireName('env.msr_hv_vapic'),
  },
);

export const CpuMsrHypervTime = vmstate(
  'cpu/msr_hyperv_time',
  { version: 1, minimum: 1, type: 'CpuMsrHypervTime' },
  {
    msrHvTsc: uint64.wireName('env.msr_hv_tsc'),
  },
);

export const CpuMsrHypervCrash = vmstate(
  'cpu/msr_hyperv_crash',
  { version: 1, minimum: 1, type: 'CpuMsrHypervCrash' },
  {
    msrHvCrashParams: list(uint64, 5).wireName('env.msr_hv_crash_params'),
  },
);

export const CpuMsrHypervRuntime = vmstate(
  'cpu/msr_hyperv_runtime',
  { version: 1, minimum: 1, type: 'CpuMsrHypervRuntime' },
  {
    msrHvRuntime: uint64.wireName('env.msr_hv_runtime'),
  },
);

export const CpuMsrHypervSynic = vmstate(
  'cpu/msr_hyperv_synic',
  { version: 1, minimum: 1, type: 'CpuMsrHypervSynic' },
  {
    msrHvSynicControl: uint64.wireName('env.msr_hv_synic_control'),
    msrHvSynicEvtPage: uint64.wireName('env.msr_hv_synic_evt_page'),
    msrHvSynicMsgPage: uint64.wireName('env.msr_hv_synic_msg_page'),
    msrHvSynicSint: list(uint64, 16).wireName('env.msr_hv_synic_sint'),
  },
);

export const CpuMsrHypervStimer = vmstate(
  'cpu/msr_hyperv_stimer',
  { version: 1, minimum: 1, type: 'CpuMsrHypervStimer' },
  {
    msrHvStimerConfig: list(uint64, 4).wireName('env.msr_hv_stimer_config'),
    msrHvStimerCount: list(uint64, 4).wireName('env.msr_hv_stimer_count'),
  },
);

export const CpuMsrHypervReenlightenment = vmstate(
  'cpu/msr_hyperv_reenlightenment',
  { version: 1, minimum: 1, type: 'CpuMsrHypervReenlightenment' },
  {
    msrHvReenlightenmentControl: uint64.wireName('env.msr_hv_reenlightenment_control'),
    msrHvTscEmulationControl: uint64.wireName('env.msr_hv_tsc_emulation_control'),
    msrHvTscEmulationStatus: uint64.wireName('env.msr_hv_tsc_emulation_status'),
  },
);

export const ZmmhReg = vmstate(
  'zmmh_reg',
  { version: 1, type: 'ZmmhReg' },
  {
    qZMMReg4: uint64.wireName('_q_ZMMReg[4]'),
    qZMMReg5: uint64.wireName('_q_ZMMReg[5]'),
    qZMMReg6: uint64.wireName('_q_ZMMReg[6]'),
    qZMMReg7: uint64.wireName('_q_ZMMReg[7]'),
  },
);

export const CpuAvx512 = vmstate(
  'cpu/avx512',
  { version: 1, minimum: 1, type: 'CpuAvx512' },
  {
    opmaskRegs: list(uint64, 8).wireName('env.opmask_regs'),
    xmmRegs: list(ZmmhReg, 8).wireName('env.xmm_regs'),
  },
);

export const CpuXss = vmstate(
  'cpu/xss',
  { version: 1, minimum: 1, type: 'CpuXss' },
  {
    xss: uint64.wireName('env.xss'),
  },
);

export const CpuUmwait = vmstate(
  'cpu/umwait',
  { version: 1, minimum: 1, type: 'CpuUmwait' },
  {
    umwait: uint32.wireName('env.umwait'),
  },
);

export const CpuTscKhz = vmstate(
  'cpu/tsc_khz',
  { version: 1, minimum: 1, type: 'CpuTscKhz' },
  {
    tscKhz: int64.wireName('env.tsc_khz'),
  },
);

export const CpuMsrSmiCount = vmstate(
  'cpu/msr_smi_count',
  { version: 1, minimum: 1, type: 'CpuMsrSmiCount' },
  {
    msrSmiCount: uint64.wireName('env.msr_smi_count'),
  },
);

export const CpuPkru = vmstate(
  'cpu/pkru',
  { version: 1, minimum: 1, type: 'CpuPkru' },
  {
    pkru: uint32.wireName('env.pkru'),
  },
);

export const CpuPkrs = vmstate(
  'cpu/pkrs',
  { version: 1, minimum: 1, type: 'CpuPkrs' },
  {
    pkrs: uint32.wireName('env.pkrs'),
  },
);

export const CpuSpecCtrl = vmstate(
  'cpu/spec_ctrl',
  { version: 1, minimum: 1, type: 'CpuSpecCtrl' },
  {
    specCtrl: uint64.wireName('env.spec_ctrl'),
  },
);

export const CpuAmdTscScaleMsr = vmstate(
  'cpu/amd_tsc_scale_msr',
  { version: 1, minimum: 1, type: 'CpuAmdTscScaleMsr' },
  {
    amdTscScaleMsr: uint64.wireName('env.amd_tsc_scale_msr'),
  },
);

export const CpuMcgExtCtl = vmstate(
  'cpu/mcg_ext_ctl',
  { version: 1, minimum: 1, type: 'CpuMcgExtCtl' },
  {
    mcgExtCtl: uint64.wireName('env.mcg_ext_ctl'),
  },
);

export const CpuIntelPt = vmstate(
  'cpu/intel_pt',
  { version: 1, minimum: 1, type: 'CpuIntelPt' },
  {
    msrRtitCtrl: uint64.wireName('env.msr_rtit_ctrl'),
    msrRtitStatus: uint64.wireName('env.msr_rtit_status'),
    msrRtitOutputBase: uint64.wireName('env.msr_rtit_output_base'),
    msrRtitOutputMask: uint64.wireName('env.msr_rtit_output_mask'),
    msrRtitCr3Match: uint64.wireName('env.msr_rtit_cr3_match'),
    msrRtitAddrs: list(uint64, 8).wireName('env.msr_rtit_addrs'),
  },
);

export const CpuVirtSsbd = vmstate(
  'cpu/virt_ssbd',
  { version: 1, minimum: 1, type: 'CpuVirtSsbd' },
  {
    virtSsbd: uint64.wireName('env.virt_ssbd'),
  },
);

export const CpuSvnNpt = vmstate(
  'cpu/svn_npt',
  { version: 1, minimum: 1, type: 'CpuSvnNpt' },
  {
    nestedCr3: uint64.wireName('env.nested_cr3'),
    nestedPgMode: uint32.wireName('env.nested_pg_mode'),
  },
);

export const CpuSvmGuest = vmstate(
  'cpu/svm_guest',
  { version: 1, minimum: 1, type: 'CpuSvmGuest' },
  {
    intCtl: uint32.wireName('env.int_ctl'),
  },
);

export const CpuEfer32 = vmstate(
  'cpu/efer32',
  { version: 1, minimum: 1, type: 'CpuEfer32' },
  {
    efer: uint64.wireName('env.efer'),
  },
);

export const CpuMsrTsxCtrl = vmstate(
  'cpu/msr_tsx_ctrl',
  { version: 1, minimum: 1, type: 'CpuMsrTsxCtrl' },
  {
    tsxCtrl: uint32.wireName('env.tsx_ctrl'),
  },
);

export const CpuIntelSgx = vmstate(
  'cpu/intel_sgx',
  { version: 1, minimum: 1, type: 'CpuIntelSgx' },
  {
    msrIa32Sgxlepubkeyhash: list(uint64, 4).wireName('env.msr_ia32_sgxlepubkeyhash'),
  },
);

export const CpuPdptrs = vmstate(
  'cpu/pdptrs',
  { version: 1, minimum: 1, type: 'CpuPdptrs' },
  {
    pdptrs: list(uint64, 4).wireName('env.pdptrs'),
  },
);

export const CpuMsrXfd = vmstate(
  'cpu/msr_xfd',
  { version: 1, minimum: 1, type: 'CpuMsrXfd' },
  {
    msrXfd: uint64.wireName('env.msr_xfd'),
    msrXfdErr: uint64.wireName('env.msr_xfd_err'),
  },
);

export const CpuMsrHwcr = vmstate(
  'cpu/msr_hwcr',
  { version: 1, minimum: 1, type: 'CpuMsrHwcr' },
  {
    msrHwcr: uint64.wireName('env.msr_hwcr'),
  },
);

export const LbrRecordsVar = vmstate(
  'lbr_records_var',
  { version: 1, type: 'LbrRecordsVar' },
  {
    from: uint64,
    to: uint64,
    info: uint64,
  },
);

export const CpuArchLbr = vmstate(
  'cpu/arch_lbr',
  { version: 1, minimum: 1, type: 'CpuArchLbr' },
  {
    msrLbrCtl: uint64.wireName('env.msr_lbr_ctl'),
    msrLbrDepth: uint64.wireName('env.msr_lbr_depth'),
    lbrRecords: list(LbrRecordsVar, 32).wireName('env.lbr_records'),
  },
);

export const CpuTripleFault = vmstate(
  'cpu/triple_fault',
  { version: 1, minimum: 1, type: 'CpuTripleFault' },
  {
    tripleFaultPending: uint8.wireName('env.triple_fault_pending'),
  },
);

export const CpuMsrPl0Ssp = vmstate(
  'cpu/msr_pl0_ssp',
  { version: 1, minimum: 1, type: 'CpuMsrPl0Ssp' },
  {
    pl0Ssp: uint64.wireName('env.pl0_ssp'),
  },
);

export const CpuCetShstk = vmstate(
  'cpu/cet_shstk',
  { version: 1, minimum: 1, type: 'CpuCetShstk' },
  {
    pl1Ssp: uint64.wireName('env.pl1_ssp'),
    pl2Ssp: uint64.wireName('env.pl2_ssp'),
    pl3Ssp: uint64.wireName('env.pl3_ssp'),
    guestSsp: uint64.wireName('env.guest_ssp'),
  },
);

export const CpuCet = vmstate(
  'cpu/cet',
  { version: 1, minimum: 1, type: 'CpuCet' },
  {
    uCet: uint64.wireName('env.u_cet'),
    sCet: uint64.wireName('env.s_cet'),
  },
  {
    'cpu/cet_shstk': CpuCetShstk,
  },
);

export const Cpu = vmstate(
  'cpu',
  { version: 12, minimum: 11, type: 'Cpu' },
  {
    regs: list(uint32, 8).wireName('env.regs').doc('EAX, ECX, EDX, EBX, ESP, EBP, ESI, EDI; in 64 bits, R8 to R15 follow.'),
    eip: uint32.wireName('env.eip').doc('The instruction pointer.'),
    eflags: uint32.wireName('env.eflags'),
    hflags: uint32.wireName('env.hflags'),
    fpuControl: uint16.wireName('env.fpuc'),
    fpuStatus: uint16.wireName('env.fpus_vmstate'),
    fpuTags: uint16.wireName('env.fptag_vmstate'),
    fpuFormat: uint16.wireName('env.fpregs_format_vmstate'),
    fpuRegisters: list(Fpreg, 8).wireName('env.fpregs'),
    segments: list(Segment, 6).wireName('env.segs').doc('ES, CS, SS, DS, FS, GS.'),
    ldt: field(Segment).wireName('env.ldt'),
    tr: field(Segment).wireName('env.tr'),
    gdt: field(Segment).wireName('env.gdt'),
    idt: field(Segment).wireName('env.idt'),
    sysenterCs: uint32.wireName('env.sysenter_cs'),
    sysenterEsp: uint32.wireName('env.sysenter_esp'),
    sysenterEip: uint32.wireName('env.sysenter_eip'),
    cr0: uint32.wireName('env.cr[0]'),
    cr2: uint32.wireName('env.cr[2]'),
    cr3: uint32.wireName('env.cr[3]'),
    cr4: uint32.wireName('env.cr[4]'),
    debug: list(uint32, 8).wireName('env.dr').doc('DR0 to DR7.'),
    a20: int32.wireName('env.a20_mask').doc('Whether address line 20 is let through: 1, or 0.'),
    mxcsr: uint32.wireName('env.mxcsr'),
    xmm: list(XmmReg, 8).wireName('env.xmm_regs').doc('The low halves of the vector registers.'),
    smbase: uint32.wireName('env.smbase').doc('Where system management mode keeps its memory.'),
    pat: uint64.wireName('env.pat').doc('The page attribute table.'),
    hflags2: uint32.wireName('env.hflags2'),
    vmHsave: uint64.wireName('env.vm_hsave'),
    vmVmcb: uint64.wireName('env.vm_vmcb'),
    tscOffset: uint64.wireName('env.tsc_offset'),
    intercept: uint64.wireName('env.intercept'),
    interceptCrRead: uint16.wireName('env.intercept_cr_read'),
    interceptCrWrite: uint16.wireName('env.intercept_cr_write'),
    interceptDrRead: uint16.wireName('env.intercept_dr_read'),
    interceptDrWrite: uint16.wireName('env.intercept_dr_write'),
    interceptExceptions: uint32.wireName('env.intercept_exceptions'),
    vTpr: uint8.wireName('env.v_tpr'),
    mtrrFixed: list(uint64, 11).wireName('env.mtrr_fixed'),
    mtrrDefaultType: uint64.wireName('env.mtrr_deftype'),
    mtrrVariable: list(MtrrVar, 8).wireName('env.mtrr_var'),
    interruptInjected: int32.wireName('env.interrupt_injected'),
    mpState: uint32.wireName('env.mp_state'),
    tsc: uint64.wireName('env.tsc').unit('ticks').doc('The time-stamp counter.'),
    exceptionNr: int32.wireName('env.exception_nr'),
    softInterrupt: uint8.wireName('env.soft_interrupt'),
    nmiInjected: uint8.wireName('env.nmi_injected'),
    nmiPending: uint8.wireName('env.nmi_pending'),
    hasErrorCode: uint8.wireName('env.has_error_code'),
    sipiVector: uint32.wireName('env.sipi_vector'),
    mcgCap: uint64.wireName('env.mcg_cap'),
    mcgStatus: uint64.wireName('env.mcg_status'),
    mcgCtl: uint64.wireName('env.mcg_ctl'),
    mceBanks: list(uint64, 40).wireName('env.mce_banks'),
    tscAux: uint64.wireName('env.tsc_aux'),
    systemTimeMsr: uint64.wireName('env.system_time_msr'),
    wallClockMsr: uint64.wireName('env.wall_clock_msr'),
    xcr0: since(version, 12, uint64).wireName('env.xcr0'),
    xstateBv: since(version, 12, uint64).wireName('env.xstate_bv'),
    ymmHigh: since(version, 12, list(YmmhReg, 8)).wireName('env.xmm_regs').doc('Their high halves.'),
  },
  {
    'cpu/exception_info': CpuExceptionInfo,
    'cpu/error_code': CpuErrorCode,
    'cpu/async_pf_msr': CpuAsyncPfMsr,
    'cpu/async_pf_int_msr': CpuAsyncPfIntMsr,
    'cpu/async_pv_eoi_msr': CpuAsyncPvEoiMsr,
    'cpu/steal_time_msr': CpuStealTimeMsr,
    'cpu/poll_control_msr': CpuPollControlMsr,
    'cpu/fpop_ip_dp': CpuFpopIpDp,
    'cpu/msr_tsc_adjust': CpuMsrTscAdjust,
    'cpu/msr_tscdeadline': CpuMsrTscdeadline,
    'cpu/msr_ia32_misc_enable': CpuMsrIa32MiscEnable,
    'cpu/msr_ia32_feature_control': CpuMsrIa32FeatureControl,
    'cpu/msr_architectural_pmu': CpuMsrArchitecturalPmu,
    'cpu/mpx': CpuMpx,
    'cpu/msr_hyperv_hypercall': CpuMsrHypervHypercall,
    'cpu/msr_hyperv_vapic': CpuMsrHypervVapic,
    'cpu/msr_hyperv_time': CpuMsrHypervTime,
    'cpu/msr_hyperv_crash': CpuMsrHypervCrash,
    'cpu/msr_hyperv_runtime': CpuMsrHypervRuntime,
    'cpu/msr_hyperv_synic': CpuMsrHypervSynic,
    'cpu/msr_hyperv_stimer': CpuMsrHypervStimer,
    'cpu/msr_hyperv_reenlightenment': CpuMsrHypervReenlightenment,
    'cpu/avx512': CpuAvx512,
    'cpu/xss': CpuXss,
    'cpu/umwait': CpuUmwait,
    'cpu/tsc_khz': CpuTscKhz,
    'cpu/msr_smi_count': CpuMsrSmiCount,
    'cpu/pkru': CpuPkru,
    'cpu/pkrs': CpuPkrs,
    'cpu/spec_ctrl': CpuSpecCtrl,
    'cpu/amd_tsc_scale_msr': CpuAmdTscScaleMsr,
    'cpu/mcg_ext_ctl': CpuMcgExtCtl,
    'cpu/intel_pt': CpuIntelPt,
    'cpu/virt_ssbd': CpuVirtSsbd,
    'cpu/svn_npt': CpuSvnNpt,
    'cpu/svm_guest': CpuSvmGuest,
    'cpu/efer32': CpuEfer32,
    'cpu/msr_tsx_ctrl': CpuMsrTsxCtrl,
    'cpu/intel_sgx': CpuIntelSgx,
    'cpu/pdptrs': CpuPdptrs,
    'cpu/msr_xfd': CpuMsrXfd,
    'cpu/msr_hwcr': CpuMsrHwcr,
    'cpu/arch_lbr': CpuArchLbr,
    'cpu/triple_fault': CpuTripleFault,
    'cpu/msr_pl0_ssp': CpuMsrPl0Ssp,
    'cpu/cet': CpuCet,
  },
).doc('A processor. Under Xen it stays as it was at reset: the hypervisor saves the real one.').source('QEMU target/i386/machine.c, vmstate_x86_cpu');
