import type { DescriptionOverlay } from './overlay.js';

/** Processors and interrupt controllers. */
export const CPU: Readonly<Record<string, DescriptionOverlay>> = {
  cpu: {
    source: 'QEMU target/i386/machine.c, vmstate_x86_cpu',
    doc: 'A processor. Under Xen it stays as it was at reset: the hypervisor saves the real one.',
    fields: {
      'env.regs': { doc: 'EAX, ECX, EDX, EBX, ESP, EBP, ESI, EDI; in 64 bits, R8 to R15 follow.' },
      'env.eip': { doc: 'The instruction pointer.' },
      'env.fpuc': { name: 'fpuControl' },
      'env.fpus_vmstate': { name: 'fpuStatus' },
      'env.fptag_vmstate': { name: 'fpuTags' },
      'env.fpregs_format_vmstate': { name: 'fpuFormat' },
      'env.fpregs': { name: 'fpuRegisters' },
      'env.segs': { name: 'segments', doc: 'ES, CS, SS, DS, FS, GS.' },
      'env.dr': { name: 'debug', doc: 'DR0 to DR7.' },
      'env.xmm_regs': { name: 'xmm', doc: 'The low halves of the vector registers.' },
      'env.xmm_regs#2': { name: 'ymmHigh', doc: 'Their high halves.' },
      'env.a20_mask': { name: 'a20', doc: 'Whether address line 20 is let through: 1, or 0.' },
      'env.tsc': { doc: 'The time-stamp counter.', unit: 'ticks' },
      'env.pat': { doc: 'The page attribute table.' },
      'env.smbase': { doc: 'Where system management mode keeps its memory.' },
      'env.mtrr_deftype': { name: 'mtrrDefaultType' },
      'env.mtrr_var': { name: 'mtrrVariable' },
    },
  },
  fpreg: { source: 'QEMU target/i386/machine.c, vmstate_fpreg', fields: {} },
  apic: {
    source: 'QEMU hw/intc/apic_common.c, vmstate_apic_common',
    doc: 'The local interrupt controller of a processor.',
    fields: {
      isr: { doc: 'Interrupts in service, a bit each.' },
      tmr: { doc: 'Which of them are triggered by level.' },
      irr: { doc: 'Interrupts that are requested.' },
      lvt: { doc: 'Local vectors: timer, thermal, performance, LINT0, LINT1, error.' },
      icr: { doc: 'The interrupt command register.' },
    },
  },
};
