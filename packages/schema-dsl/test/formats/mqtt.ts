import {
  bit,
  byteLength,
  bytes,
  check,
  derived,
  list,
  literal,
  on,
  optional,
  peek,
  prefix,
  present,
  range,
  sized,
  span,
  string,
  struct,
  tagOf,
  toEnd,
  u8,
  u16be,
  u32be,
  ubits,
  uleb128,
  union,
} from '@bytewright/schema-dsl';

// MQTT 5 packets (OASIS standard of 2019): those that open a session, publish and subscribe.

const varint = uleb128(28);
const text = string(prefix(u16be));
const binary = bytes(prefix(u16be));

const Property = struct('Property', {
  id: derived(varint),
  body: union({
    payloadFormatIndicator: on(1, u8),
    messageExpiryInterval: on(2, u32be),
    contentType: on(3, text),
    responseTopic: on(8, text),
    correlationData: on(9, binary),
    subscriptionIdentifier: on(11, varint),
    sessionExpiryInterval: on(17, u32be),
    receiveMaximum: on(33, u16be),
    topicAlias: on(35, u16be),
    userProperty: on(38, struct('UserProperty', { name: text, value: text })),
  }),
})
  .where(($) => [$.id.is(tagOf($.body))])
  .flat('body');

const properties = sized(prefix(varint), list(Property, toEnd));

const Connect = struct('Connect', {
  head: literal(u8, 0x10),
  length: derived(varint),
  protocol: literal(string(prefix(u16be)), 'MQTT'),
  version: literal(u8, 5),
  hasUserName: derived(bit),
  hasPassword: derived(bit),
  willRetain: bit,
  willQos: ubits(2),
  hasWill: derived(bit),
  cleanStart: bit,
  reserved: literal(bit, false),
  keepAlive: u16be,
  properties,
  clientId: text,
  will: optional(struct('Will', { properties, topic: text, payload: binary })),
  userName: optional(text),
  password: optional(binary),
}).where(($) => [
  $.length.is(byteLength(span($.protocol, $.password))),
  $.hasUserName.is(present($.userName)),
  $.hasPassword.is(present($.password)),
  $.hasWill.is(present($.will)),
  check($.hasWill.or($.willQos.eq(0).and($.willRetain.not())), 'QoS and retain of a will that is there'),
  check($.willQos.le(2), 'a QoS of 0 to 2'),
]);

const Publish = struct('Publish', {
  type: literal(ubits(4), 3),
  isDuplicate: bit,
  qos: ubits(2),
  retain: bit,
  length: derived(varint),
  topic: text,
  packetId: optional(u16be),
  properties,
  payload: bytes(),
}).where(($) => [
  $.length.is(byteLength(span($.topic, $.payload))),
  check($.qos.le(2), 'a QoS of 0 to 2'),
  $.packetId.presentWhen($.qos.gt(0)),
]);

const Acknowledgement = struct('Acknowledgement', {
  head: literal(u8, 0x40),
  length: derived(varint),
  packetId: u16be,
  reason: optional(u8),
  properties: optional(properties),
}).where(($) => [
  $.length.is(byteLength(span($.packetId, $.properties))),
  $.reason.presentWhen($.length.gt(2)),
  $.properties.presentWhen($.length.gt(3)),
]);

const Subscribe = struct('Subscribe', {
  head: literal(u8, 0x82),
  length: derived(varint),
  packetId: u16be,
  properties,
  subscriptions: list(
    struct('Subscription', {
      filter: text,
      reserved: literal(ubits(2), 0),
      retainHandling: ubits(2),
      retainAsPublished: bit,
      noLocal: bit,
      qos: ubits(2),
    }),
  ),
}).where(($) => [$.length.is(byteLength(span($.packetId, $.subscriptions)))]);

export const Packet = struct('Packet', {
  head: peek(u8),
  packet: union({
    connect: on(0x10, Connect),
    publish: on(range(0x30, 0x3f), Publish),
    acknowledgement: on(0x40, Acknowledgement),
    subscribe: on(0x82, Subscribe),
  }),
})
  .where(($) => [$.packet.tag($.head)])
  .flat('packet');
