// Printed by devstate import from the tables of a QEMU binary. Edit an overlay instead.
import { list, since } from '@bytewright/schema-dsl';
import { bool, buffer, int64, timer, uint32, version, vmstate } from '@bytewright/xen-devstate/vmstate';

export const HdaAudioStreamBuffer = vmstate(
  'hda-audio-stream/buffer',
  { version: 1, minimum: 1, type: 'HdaAudioStreamBuffer' },
  {
    buf: buffer(8192),
    rpos: int64,
    wpos: int64,
    buft: timer,
    buftStart: int64.wireName('buft_start'),
  },
);

export const HdaAudioStream = vmstate(
  'hda-audio-stream',
  { version: 1, type: 'HdaAudioStream' },
  {
    stream: uint32,
    channel: uint32,
    format: uint32,
    gainLeft: uint32.wireName('gain_left'),
    gainRight: uint32.wireName('gain_right'),
    muteLeft: bool.wireName('mute_left'),
    muteRight: bool.wireName('mute_right'),
    compatBpos: uint32.wireName('compat_bpos'),
    compatBuf: buffer(256).wireName('compat_buf'),
  },
  {
    'hda-audio-stream/buffer': HdaAudioStreamBuffer,
  },
);

export const HdaAudio = vmstate(
  'hda-audio',
  { version: 2, minimum: 1, type: 'HdaAudio' },
  {
    st: list(HdaAudioStream, 4),
    runningCompat: list(bool, 16).wireName('running_compat'),
    runningReal: since(version, 2, list(bool, 32)).wireName('running_real'),
  },
);
