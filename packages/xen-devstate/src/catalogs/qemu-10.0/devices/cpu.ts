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
).source('QEMU target/i386/machine.c');

export const Segment = vmstate(
  'segment',
  { version: 1, type: 'Segment' },
  {
    selector: uint32,
    base: uint64,
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
    envExceptionPending: uint8.wireName('env.exception_pending'),
    envExceptionInjected: uint8.wireName('env.exception_injected'),
    envExceptionHasPayload: uint8.wireName('env.exception_has_payload'),
    envExceptionPayload: uint64.wireName('env.exception_payload'),
  },
);

export const CpuAsyncPfMsr = vmstate(
  'cpu/async_pf_msr',
  { version: 1, minimum: 1, type: 'CpuAsyncPfMsr' },
  {
    envAsyncPfEnMsr: uint64.wireName('env.async_pf_en_msr'),
  },
);

export const CpuAsyncPfIntMsr = vmstate(
  'cpu/async_pf_int_msr',
  { version: 1, minimum: 1, type: 'CpuAsyncPfIntMsr' },
  {
    envAsyncPfIntMsr: uint64.wireName('env.async_pf_int_msr'),
  },
);

export const CpuAsyncPvEoiMsr = vmstate(
  'cpu/async_pv_eoi_msr',
  { version: 1, minimum: 1, type: 'CpuAsyncPvEoiMsr' },
  {
    envPvEoiEnMsr: uint64.wireName('env.pv_eoi_en_msr'),
  },
);

export const CpuStealTimeMsr = vmstate(
  'cpu/steal_time_msr',
  { version: 1, minimum: 1, type: 'CpuStealTimeMsr' },
  {
    envStealTimeMsr: uint64.wireName('env.steal_time_msr'),
  },
);

export const CpuPollControlMsr = vmstate(
  'cpu/poll_control_msr',
  { version: 1, minimum: 1, type: 'CpuPollControlMsr' },
  {
    envPollControlMsr: uint64.wireName('env.poll_control_msr'),
  },
);

export const CpuFpopIpDp = vmstate(
  'cpu/fpop_ip_dp',
  { version: 1, minimum: 1, type: 'CpuFpopIpDp' },
  {
    envFpop: uint16.wireName('env.fpop'),
    envFpip: uint64.wireName('env.fpip'),
    envFpdp: uint64.wireName('env.fpdp'),
  },
);

export const CpuMsrTscAdjust = vmstate(
  'cpu/msr_tsc_adjust',
  { version: 1, minimum: 1, type: 'CpuMsrTscAdjust' },
  {
    envTscAdjust: uint64.wireName('env.tsc_adjust'),
  },
);

export const CpuMsrTscdeadline = vmstate(
  'cpu/msr_tscdeadline',
  { version: 1, minimum: 1, type: 'CpuMsrTscdeadline' },
  {
    envTscDeadline: uint64.wireName('env.tsc_deadline'),
  },
);

export const CpuMsrIa32MiscEnable = vmstate(
  'cpu/msr_ia32_misc_enable',
  { version: 1, minimum: 1, type: 'CpuMsrIa32MiscEnable' },
  {
    envMsrIa32MiscEnable: uint64.wireName('env.msr_ia32_misc_enable'),
  },
);

export const CpuMsrIa32FeatureControl = vmstate(
  'cpu/msr_ia32_feature_control',
  { version: 1, minimum: 1, type: 'CpuMsrIa32FeatureControl' },
  {
    envMsrIa32FeatureControl: uint64.wireName('env.msr_ia32_feature_control'),
  },
);

export const CpuMsrArchitecturalPmu = vmstate(
  'cpu/msr_architectural_pmu',
  { version: 1, minimum: 1, type: 'CpuMsrArchitecturalPmu' },
  {
    envMsrFixedCtrCtrl: uint64.wireName('env.msr_fixed_ctr_ctrl'),
    envMsrGlobalCtrl: uint64.wireName('env.msr_global_ctrl'),
    envMsrGlobalStatus: uint64.wireName('env.msr_global_status'),
    envMsrGlobalOvfCtrl: uint64.wireName('env.msr_global_ovf_ctrl'),
    envMsrFixedCounters: list(uint64, 3).wireName('env.msr_fixed_counters'),
    envMsrGpCounters: list(uint64, 18).wireName('env.msr_gp_counters'),
    envMsrGpEvtsel: list(uint64, 18).wireName('env.msr_gp_evtsel'),
  },
);

export const CpuMpx = vmstate(
  'cpu/mpx',
  { version: 1, minimum: 1, type: 'CpuMpx' },
  {
    envBndRegs: list(BndRegs, 4).wireName('env.bnd_regs'),
    envBndcsRegsCfgu: uint64.wireName('env.bndcs_regs.cfgu'),
    envBndcsRegsSts: uint64.wireName('env.bndcs_regs.sts'),
    envMsrBndcfgs: uint64.wireName('env.msr_bndcfgs'),
  },
);

export const CpuMsrHypervHypercall = vmstate(
  'cpu/msr_hyperv_hypercall',
  { version: 1, minimum: 1, type: 'CpuMsrHypervHypercall' },
  {
    envMsrHvGuestOsId: uint64.wireName('env.msr_hv_guest_os_id'),
    envMsrHvHypercall: uint64.wireName('env.msr_hv_hypercall'),
  },
);

export const CpuMsrHypervVapic = vmstate(
  'cpu/msr_hyperv_vapic',
  { version: 1, minimum: 1, type: 'CpuMsrHypervVapic' },
  {
    envMsrHvVapic: uint64.wireName('env.msr_hv_vapic'),
  },
);

export const CpuMsrHypervTime = vmstate(
  'cpu/msr_hyperv_time',
  { version: 1, minimum: 1, type: 'CpuMsrHypervTime' },
  {
    envMsrHvTsc: uint64.wireName('env.msr_hv_tsc'),
  },
);

export const CpuMsrHypervCrash = vmstate(
  'cpu/msr_hyperv_crash',
  { version: 1, minimum: 1, type: 'CpuMsrHypervCrash' },
  {
    envMsrHvCrashParams: list(uint64, 5).wireName('env.msr_hv_crash_params'),
  },
);

export const CpuMsrHypervRuntime = vmstate(
  'cpu/msr_hyperv_runtime',
  { version: 1, minimum: 1, type: 'CpuMsrHypervRuntime' },
  {
    envMsrHvRuntime: uint64.wireName('env.msr_hv_runtime'),
  },
);

export const CpuMsrHypervSynic = vmstate(
  'cpu/msr_hyperv_synic',
  { version: 1, minimum: 1, type: 'CpuMsrHypervSynic' },
  {
    envMsrHvSynicControl: uint64.wireName('env.msr_hv_synic_control'),
    envMsrHvSynicEvtPage: uint64.wireName('env.msr_hv_synic_evt_page'),
    envMsrHvSynicMsgPage: uint64.wireName('env.msr_hv_synic_msg_page'),
    envMsrHvSynicSint: list(uint64, 16).wireName('env.msr_hv_synic_sint'),
  },
);

export const CpuMsrHypervStimer = vmstate(
  'cpu/msr_hyperv_stimer',
  { version: 1, minimum: 1, type: 'CpuMsrHypervStimer' },
  {
    envMsrHvStimerConfig: list(uint64, 4).wireName('env.msr_hv_stimer_config'),
    envMsrHvStimerCount: list(uint64, 4).wireName('env.msr_hv_stimer_count'),
  },
);

export const CpuMsrHypervReenlightenment = vmstate(
  'cpu/msr_hyperv_reenlightenment',
  { version: 1, minimum: 1, type: 'CpuMsrHypervReenlightenment' },
  {
    envMsrHvReenlightenmentControl: uint64.wireName('env.msr_hv_reenlightenment_control'),
    envMsrHvTscEmulationControl: uint64.wireName('env.msr_hv_tsc_emulation_control'),
    envMsrHvTscEmulationStatus: uint64.wireName('env.msr_hv_tsc_emulation_status'),
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

export const Hi16ZmmReg = vmstate(
  'hi16_zmm_reg',
  { version: 1, type: 'Hi16ZmmReg' },
  {
    qZMMReg0: uint64.wireName('_q_ZMMReg[0]'),
    qZMMReg1: uint64.wireName('_q_ZMMReg[1]'),
    qZMMReg2: uint64.wireName('_q_ZMMReg[2]'),
    qZMMReg3: uint64.wireName('_q_ZMMReg[3]'),
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
    envOpmaskRegs: list(uint64, 8).wireName('env.opmask_regs'),
    envXmmRegs: list(ZmmhReg, 16).wireName('env.xmm_regs'),
    envXmmRegs2: list(Hi16ZmmReg, 16).wireName('env.xmm_regs'),
  },
);

export const CpuXss = vmstate(
  'cpu/xss',
  { version: 1, minimum: 1, type: 'CpuXss' },
  {
    envXss: uint64.wireName('env.xss'),
  },
);

export const CpuUmwait = vmstate(
  'cpu/umwait',
  { version: 1, minimum: 1, type: 'CpuUmwait' },
  {
    envUmwait: uint32.wireName('env.umwait'),
  },
);

export const CpuTscKhz = vmstate(
  'cpu/tsc_khz',
  { version: 1, minimum: 1, type: 'CpuTscKhz' },
  {
    envTscKhz: int64.wireName('env.tsc_khz'),
  },
);

export const CpuMsrSmiCount = vmstate(
  'cpu/msr_smi_count',
  { version: 1, minimum: 1, type: 'CpuMsrSmiCount' },
  {
    envMsrSmiCount: uint64.wireName('env.msr_smi_count'),
  },
);

export const CpuPkru = vmstate(
  'cpu/pkru',
  { version: 1, minimum: 1, type: 'CpuPkru' },
  {
    envPkru: uint32.wireName('env.pkru'),
  },
);

export const CpuPkrs = vmstate(
  'cpu/pkrs',
  { version: 1, minimum: 1, type: 'CpuPkrs' },
  {
    envPkrs: uint32.wireName('env.pkrs'),
  },
);

export const CpuSpecCtrl = vmstate(
  'cpu/spec_ctrl',
  { version: 1, minimum: 1, type: 'CpuSpecCtrl' },
  {
    envSpecCtrl: uint64.wireName('env.spec_ctrl'),
  },
);

export const CpuAmdTscScaleMsr = vmstate(
  'cpu/amd_tsc_scale_msr',
  { version: 1, minimum: 1, type: 'CpuAmdTscScaleMsr' },
  {
    envAmdTscScaleMsr: uint64.wireName('env.amd_tsc_scale_msr'),
  },
);

export const CpuMcgExtCtl = vmstate(
  'cpu/mcg_ext_ctl',
  { version: 1, minimum: 1, type: 'CpuMcgExtCtl' },
  {
    envMcgExtCtl: uint64.wireName('env.mcg_ext_ctl'),
  },
);

export const CpuIntelPt = vmstate(
  'cpu/intel_pt',
  { version: 1, minimum: 1, type: 'CpuIntelPt' },
  {
    envMsrRtitCtrl: uint64.wireName('env.msr_rtit_ctrl'),
    envMsrRtitStatus: uint64.wireName('env.msr_rtit_status'),
    envMsrRtitOutputBase: uint64.wireName('env.msr_rtit_output_base'),
    envMsrRtitOutputMask: uint64.wireName('env.msr_rtit_output_mask'),
    envMsrRtitCr3Match: uint64.wireName('env.msr_rtit_cr3_match'),
    envMsrRtitAddrs: list(uint64, 8).wireName('env.msr_rtit_addrs'),
  },
);

export const CpuVirtSsbd = vmstate(
  'cpu/virt_ssbd',
  { version: 1, minimum: 1, type: 'CpuVirtSsbd' },
  {
    envVirtSsbd: uint64.wireName('env.virt_ssbd'),
  },
);

export const CpuSvnNpt = vmstate(
  'cpu/svn_npt',
  { version: 1, minimum: 1, type: 'CpuSvnNpt' },
  {
    envNestedCr3: uint64.wireName('env.nested_cr3'),
    envNestedPgMode: uint32.wireName('env.nested_pg_mode'),
  },
);

export const CpuSvmGuest = vmstate(
  'cpu/svm_guest',
  { version: 1, minimum: 1, type: 'CpuSvmGuest' },
  {
    envIntCtl: uint32.wireName('env.int_ctl'),
  },
);

export const CpuKvmNestedStateVmxVmcs12 = vmstate(
  'cpu/kvm_nested_state/vmx/vmcs12',
  { version: 1, minimum: 1, type: 'CpuKvmNestedStateVmxVmcs12' },
  {
    dataVmx0Vmcs12: list(uint8, 4096).wireName('data.vmx[0].vmcs12'),
  },
);

export const CpuKvmNestedStateVmxShadowVmcs12 = vmstate(
  'cpu/kvm_nested_state/vmx/shadow_vmcs12',
  { version: 1, minimum: 1, type: 'CpuKvmNestedStateVmxShadowVmcs12' },
  {
    dataVmx0ShadowVmcs12: list(uint8, 4096).wireName('data.vmx[0].shadow_vmcs12'),
  },
);

export const CpuKvmNestedStateVmx = vmstate(
  'cpu/kvm_nested_state/vmx',
  { version: 1, minimum: 1, type: 'CpuKvmNestedStateVmx' },
  {
    hdrVmxVmxonPa: uint64.wireName('hdr.vmx.vmxon_pa'),
    hdrVmxVmcs12Pa: uint64.wireName('hdr.vmx.vmcs12_pa'),
    hdrVmxSmmFlags: uint16.wireName('hdr.vmx.smm.flags'),
  },
  {
    'cpu/kvm_nested_state/vmx/vmcs12': CpuKvmNestedStateVmxVmcs12,
    'cpu/kvm_nested_state/vmx/shadow_vmcs12': CpuKvmNestedStateVmxShadowVmcs12,
  },
);

export const CpuKvmNestedStateSvm = vmstate(
  'cpu/kvm_nested_state/svm',
  { version: 1, minimum: 1, type: 'CpuKvmNestedStateSvm' },
  {
    hdrSvmVmcbPa: uint64.wireName('hdr.svm.vmcb_pa'),
    dataSvm0Vmcb12: list(uint8, 4096).wireName('data.svm[0].vmcb12'),
  },
);

export const CpuKvmNestedState = vmstate(
  'cpu/kvm_nested_state',
  { version: 1, type: 'CpuKvmNestedState' },
  {
    flags: uint16,
    format: uint16,
    size: uint32,
  },
  {
    'cpu/kvm_nested_state/vmx': CpuKvmNestedStateVmx,
    'cpu/kvm_nested_state/svm': CpuKvmNestedStateSvm,
  },
);

export const CpuNestedState = vmstate(
  'cpu/nested_state',
  { version: 1, minimum: 1, type: 'CpuNestedState' },
  {
    envNestedState: field(CpuKvmNestedState).wireName('env.nested_state'),
  },
);

export const CpuXenVcpu = vmstate(
  'cpu/xen_vcpu',
  { version: 1, minimum: 1, type: 'CpuXenVcpu' },
  {
    envXenVcpuInfoGpa: uint64.wireName('env.xen_vcpu_info_gpa'),
    envXenVcpuInfoDefaultGpa: uint64.wireName('env.xen_vcpu_info_default_gpa'),
    envXenVcpuTimeInfoGpa: uint64.wireName('env.xen_vcpu_time_info_gpa'),
    envXenVcpuRunstateGpa: uint64.wireName('env.xen_vcpu_runstate_gpa'),
    envXenVcpuCallbackVector: uint8.wireName('env.xen_vcpu_callback_vector'),
    envXenVirq: list(uint16, 24).wireName('env.xen_virq'),
    envXenSingleshotTimerNs: uint64.wireName('env.xen_singleshot_timer_ns'),
    envXenPeriodicTimerPeriod: uint64.wireName('env.xen_periodic_timer_period'),
  },
);

export const CpuMsrTsxCtrl = vmstate(
  'cpu/msr_tsx_ctrl',
  { version: 1, minimum: 1, type: 'CpuMsrTsxCtrl' },
  {
    envTsxCtrl: uint32.wireName('env.tsx_ctrl'),
  },
);

export const CpuIntelSgx = vmstate(
  'cpu/intel_sgx',
  { version: 1, minimum: 1, type: 'CpuIntelSgx' },
  {
    envMsrIa32Sgxlepubkeyhash: list(uint64, 4).wireName('env.msr_ia32_sgxlepubkeyhash'),
  },
);

export const CpuPdptrs = vmstate(
  'cpu/pdptrs',
  { version: 1, minimum: 1, type: 'CpuPdptrs' },
  {
    envPdptrs: list(uint64, 4).wireName('env.pdptrs'),
  },
);

export const CpuMsrXfd = vmstate(
  'cpu/msr_xfd',
  { version: 1, minimum: 1, type: 'CpuMsrXfd' },
  {
    envMsrXfd: uint64.wireName('env.msr_xfd'),
    envMsrXfdErr: uint64.wireName('env.msr_xfd_err'),
  },
);

export const CpuMsrHwcr = vmstate(
  'cpu/msr_hwcr',
  { version: 1, minimum: 1, type: 'CpuMsrHwcr' },
  {
    envMsrHwcr: uint64.wireName('env.msr_hwcr'),
  },
);

export const CpuFred = vmstate(
  'cpu/fred',
  { version: 1, minimum: 1, type: 'CpuFred' },
  {
    envFredRsp0: uint64.wireName('env.fred_rsp0'),
    envFredRsp1: uint64.wireName('env.fred_rsp1'),
    envFredRsp2: uint64.wireName('env.fred_rsp2'),
    envFredRsp3: uint64.wireName('env.fred_rsp3'),
    envFredStklvls: uint64.wireName('env.fred_stklvls'),
    envFredSsp1: uint64.wireName('env.fred_ssp1'),
    envFredSsp2: uint64.wireName('env.fred_ssp2'),
    envFredSsp3: uint64.wireName('env.fred_ssp3'),
    envFredConfig: uint64.wireName('env.fred_config'),
  },
);

export const CpuIntelAmxXtile = vmstate(
  'cpu/intel_amx_xtile',
  { version: 1, minimum: 1, type: 'CpuIntelAmxXtile' },
  {
    envXtilecfg: list(uint8, 64).wireName('env.xtilecfg'),
    envXtiledata: list(uint8, 8192).wireName('env.xtiledata'),
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
    envMsrLbrCtl: uint64.wireName('env.msr_lbr_ctl'),
    envMsrLbrDepth: uint64.wireName('env.msr_lbr_depth'),
    envLbrRecords: list(LbrRecordsVar, 32).wireName('env.lbr_records'),
  },
);

export const CpuTripleFault = vmstate(
  'cpu/triple_fault',
  { version: 1, minimum: 1, type: 'CpuTripleFault' },
  {
    envTripleFaultPending: uint8.wireName('env.triple_fault_pending'),
  },
);

export const Cpu = vmstate(
  'cpu',
  { version: 12, minimum: 11, type: 'Cpu' },
  {
    envRegs: list(uint64, 16).wireName('env.regs'),
    envEip: uint64.wireName('env.eip'),
    envEflags: uint64.wireName('env.eflags'),
    envHflags: uint32.wireName('env.hflags'),
    envFpuc: uint16.wireName('env.fpuc'),
    envFpusVmstate: uint16.wireName('env.fpus_vmstate'),
    envFptagVmstate: uint16.wireName('env.fptag_vmstate'),
    envFpregsFormatVmstate: uint16.wireName('env.fpregs_format_vmstate'),
    envFpregs: list(Fpreg, 8).wireName('env.fpregs'),
    envSegs: list(Segment, 6).wireName('env.segs'),
    envLdt: field(Segment).wireName('env.ldt'),
    envTr: field(Segment).wireName('env.tr'),
    envGdt: field(Segment).wireName('env.gdt'),
    envIdt: field(Segment).wireName('env.idt'),
    envSysenterCs: uint32.wireName('env.sysenter_cs'),
    envSysenterEsp: uint64.wireName('env.sysenter_esp'),
    envSysenterEip: uint64.wireName('env.sysenter_eip'),
    envCr0: uint64.wireName('env.cr[0]'),
    envCr2: uint64.wireName('env.cr[2]'),
    envCr3: uint64.wireName('env.cr[3]'),
    envCr4: uint64.wireName('env.cr[4]'),
    envDr: list(uint64, 8).wireName('env.dr'),
    envA20Mask: int32.wireName('env.a20_mask'),
    envMxcsr: uint32.wireName('env.mxcsr'),
    envXmmRegs: list(XmmReg, 16).wireName('env.xmm_regs'),
    envEfer: uint64.wireName('env.efer'),
    envStar: uint64.wireName('env.star'),
    envLstar: uint64.wireName('env.lstar'),
    envCstar: uint64.wireName('env.cstar'),
    envFmask: uint64.wireName('env.fmask'),
    envKernelgsbase: uint64.wireName('env.kernelgsbase'),
    envSmbase: uint32.wireName('env.smbase'),
    envPat: uint64.wireName('env.pat'),
    envHflags2: uint32.wireName('env.hflags2'),
    envVmHsave: uint64.wireName('env.vm_hsave'),
    envVmVmcb: uint64.wireName('env.vm_vmcb'),
    envTscOffset: uint64.wireName('env.tsc_offset'),
    envIntercept: uint64.wireName('env.intercept'),
    envInterceptCrRead: uint16.wireName('env.intercept_cr_read'),
    envInterceptCrWrite: uint16.wireName('env.intercept_cr_write'),
    envInterceptDrRead: uint16.wireName('env.intercept_dr_read'),
    envInterceptDrWrite: uint16.wireName('env.intercept_dr_write'),
    envInterceptExceptions: uint32.wireName('env.intercept_exceptions'),
    envVTpr: uint8.wireName('env.v_tpr'),
    envMtrrFixed: list(uint64, 11).wireName('env.mtrr_fixed'),
    envMtrrDeftype: uint64.wireName('env.mtrr_deftype'),
    envMtrrVar: list(MtrrVar, 8).wireName('env.mtrr_var'),
    envInterruptInjected: int32.wireName('env.interrupt_injected'),
    envMpState: uint32.wireName('env.mp_state'),
    envTsc: uint64.wireName('env.tsc'),
    envExceptionNr: int32.wireName('env.exception_nr'),
    envSoftInterrupt: uint8.wireName('env.soft_interrupt'),
    envNmiInjected: uint8.wireName('env.nmi_injected'),
    envNmiPending: uint8.wireName('env.nmi_pending'),
    envHasErrorCode: uint8.wireName('env.has_error_code'),
    envSipiVector: uint32.wireName('env.sipi_vector'),
    envMcgCap: uint64.wireName('env.mcg_cap'),
    envMcgStatus: uint64.wireName('env.mcg_status'),
    envMcgCtl: uint64.wireName('env.mcg_ctl'),
    envMceBanks: list(uint64, 40).wireName('env.mce_banks'),
    envTscAux: uint64.wireName('env.tsc_aux'),
    envSystemTimeMsr: uint64.wireName('env.system_time_msr'),
    envWallClockMsr: uint64.wireName('env.wall_clock_msr'),
    envXcr0: since(version, 12, uint64).wireName('env.xcr0'),
    envXstateBv: since(version, 12, uint64).wireName('env.xstate_bv'),
    envXmmRegs2: since(version, 12, list(YmmhReg, 16)).wireName('env.xmm_regs'),
  },
  {
    'cpu/exception_info': CpuExceptionInfo,
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
    'cpu/nested_state': CpuNestedState,
    'cpu/xen_vcpu': CpuXenVcpu,
    'cpu/msr_tsx_ctrl': CpuMsrTsxCtrl,
    'cpu/intel_sgx': CpuIntelSgx,
    'cpu/pdptrs': CpuPdptrs,
    'cpu/msr_xfd': CpuMsrXfd,
    'cpu/msr_hwcr': CpuMsrHwcr,
    'cpu/fred': CpuFred,
    'cpu/intel_amx_xtile': CpuIntelAmxXtile,
    'cpu/arch_lbr': CpuArchLbr,
    'cpu/triple_fault': CpuTripleFault,
  },
);
