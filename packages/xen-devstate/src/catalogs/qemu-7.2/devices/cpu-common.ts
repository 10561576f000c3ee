// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { bool, int32, uint32, vmstate } from '@bytewright/xen-devstate/vmstate';

export const CpuCommonExceptionIndex = vmstate(
  'cpu_common/exception_index',
  { version: 1, minimum: 1, type: 'CpuCommonExceptionIndex' },
  {
    exceptionIndex: int32.wireName('exception_index'),
  },
);

export const CpuCommonCrashOccurred = vmstate(
  'cpu_common/crash_occurred',
  { version: 1, minimum: 1, type: 'CpuCommonCrashOccurred' },
  {
    crashOccurred: bool.wireName('crash_occurred'),
  },
);

export const CpuCommon = vmstate(
  'cpu_common',
  { version: 1, minimum: 1, type: 'CpuCommon' },
  {
    halted: uint32,
    interruptRequest: uint32.wireName('interrupt_request'),
  },
  {
    'cpu_common/exception_index': CpuCommonExceptionIndex,
    'cpu_common/crash_occurred': CpuCommonCrashOccurred,
  },
);
