import {
  before, between, bool, bytes, derived, list, literal, optional, parameter, prefix, present, since, string, struct, u8, u16be,
} from '@bytewright/schema-dsl';

/** Bytes of a queue; 4 unless the machine says otherwise. */
export const queueSize = parameter('queueSize', u8, { default: 4 });
export const version = parameter('version', u16be);

/** A root although it reads a parameter: that has a default. */
export const Queue = struct('Queue', { data: bytes(queueSize), position: u8 });

/** Whether there is a bus, and how large a FIFO is: what no byte of a device says. */
export const hasBus = parameter('hasBus', bool, { candidates: [false, true] });
export const fifoSize = parameter('fifoSize', u8, { candidates: [2, 4, 8] });

/** A root that searches for what it reads: the first of the candidates with which it ends where the input does. */
export const Port = struct('Port', { mode: u8, fifo: bytes(fifoSize), bus: optional(u16be) }).where(($) => [
  $.bus.presentWhen(hasBus),
]);

/** As it is where there is a bus; of the size nothing is said. */
export const BusPort = struct('BusPort', { port: Port }).where(($) => [$.port.with(hasBus.of(true))]);

/** Fields that came and went; no root, as nothing says the version. */
export const Timer = struct('Timer', {
  ticks: u16be,
  clock: since(version, 2, u16be),
  spare: before(version, 3, u8),
  mark: derived(between(version, 2, 4, literal(u8, 0x7e))),
  names: since(version, 3, list(string(prefix(u8), 'ascii'), prefix(u8))),
});

/** What is said where a struct is used goes before what it says for itself, and that before what is inherited. */
export const Machine = struct('Machine', {
  version: u16be,
  size: u8,
  queue: Queue,
  own: Timer.with(version.of(1)),
  used: Timer.with(version.of(1)),
  inherited: Timer,
}).where(($) => [
  $.queue.with(queueSize.of($.size)),
  $.used.with(version.of(2)),
  $.inherited.with(version.of($.version)),
]);

/** Nothing binds the size of its queue, so that has the default here. */
export const Spool = struct('Spool', { job: u8, queue: Queue });

/** Whether there is a mark follows from a version that is said where the mark is. */
export const Marked = struct('Marked', {
  version: u16be,
  isMarked: derived(bool),
  isPlain: derived(bool),
  mark: derived(since(version, 2, literal(u8, 0x7e))),
}).where(($) => [
  $.isMarked.is(present($.mark)),
  $.isPlain.is(present($.mark).not()),
  $.mark.with(version.of($.version)),
]);
