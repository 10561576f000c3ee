import { bytes, parameter, u32be } from '@bytewright/schema-dsl';
export const msixVectors0 = parameter('msixVectors', u32be, { default: 0 });
export const msixState = bytes(msixVectors0.times(16)).wireType('msix state');
