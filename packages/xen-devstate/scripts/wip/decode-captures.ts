import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  atEnd,
  bytes,
  check,
  decode,
  derived,
  encode,
  endsWith,
  explain,
  firstOf,
  irOf,
  list,
  literal,
  lookahead,
  on,
  optional,
  search,
  struct,
  toEnd,
  u8,
  union,
  until,
} from '@bytewright/schema-dsl';
import * as facts from '../../src/overlay/facts.js';
import { CANDIDATES } from '../../src/overlay/facts.js';
import {
  Boundary,
  BoundaryBeforeDamage,
  BoundaryBeforeTrailing,
  footers,
} from '../../src/schema/boundary.js';
import { fileHeaderFields } from '../../src/schema/device-state.js';
import { FooteredFirstSection } from '../../src/schema/first-section.js';
import { Footer, sectionId } from '../../src/schema/footer.js';
import { plausible, sectionHeaderFields } from '../../src/schema/section-header.js';
import { version } from '../../src/vmstate/index.js';

const dir = new URL('../../src/catalogs/qemu-7.2-xen/', import.meta.url);
const arms: Record<string, any> = {};
let bad = 0;
for (const f of readdirSync(dir)) {
  let m: any;
  try {
    m = await import(new URL(f, dir).href);
  } catch (e) {
    console.log('IMPORT', f, String(e).slice(0, 150));
    continue;
  }
  for (const [type, S] of Object.entries<any>(m)) {
    try {
      const ir = irOf(S, { allowParameters: true });
      const st = ir.structs[(ir.root as any).name ?? (ir.root as any).node?.name];
      const name = st?.metadata?.wireName;
      const params = st?.parameters.map((p: any) => p.name).filter((n: string) => n !== 'version') ?? [];
      const isDevice = !name?.includes('/') && S !== undefined;
      const unknown = params.filter((p: string) => !(p in CANDIDATES));
      if (unknown.length) {
        console.log('PARAMS', type, unknown.join());
        continue;
      }
      let node = S;
      for (const p of params)
        node = search((facts as any)[p], CANDIDATES[p] as any, node, {
          followedBy: [Boundary, BoundaryBeforeTrailing],
        });
      arms[type] = [name, node];
    } catch (e) {
      bad++;
      console.log('IR', f, type, String(e).slice(0, 200));
    }
  }
}
console.log(Object.keys(arms).length, 'ok', bad, 'bad');
const armNodes = Object.fromEntries(
  Object.entries(arms)
    .filter(([t, [n]]) => n && !n.includes('/'))
    .map(([t, [n, s]]) => [t, on(n, s)]),
);
const Section = struct('Section', {
  ...sectionHeaderFields,
  body: union(armNodes as any, {
    tag: 'device',
    value: 'state',
    raw: 'payload',
    fallback: 'no arm fits',
    otherwise: bytes(until(Boundary, BoundaryBeforeTrailing, BoundaryBeforeDamage)),
  }),
  footer: derived(optional(Footer)),
})
  .where(($: any) => [
    ...plausible($),
    $.body.tag($.idstr.afterLast('/')),
    $.body.followedBy(Boundary, BoundaryBeforeTrailing),
    $.body.with(sectionId.of($.sectionId), version.of($.versionId)),
    $.footer.presentWhen(footers),
    $.footer.with(sectionId.of($.sectionId)),
  ])
  .flat('body');
const DeviceState = struct('DeviceState', {
  ...fileHeaderFields,
  footers: lookahead(FooteredFirstSection),
  sections: list(Section, endsWith(literal(u8, 0))),
  trailing: bytes(toEnd),
}).where(($) => [$.sections.with(footers.of($.footers))]);
let t = Date.now();
irOf(DeviceState);
console.log('compiled', Date.now() - t);
for (const f of process.argv.slice(2)) {
  const b = new Uint8Array(gunzipSync(readFileSync(f)));
  t = Date.now();
  try {
    const v: any = decode(DeviceState, b);
    const t1 = Date.now() - t;
    const raw = v.sections.filter((s: any) => s.device === undefined);
    t = Date.now();
    const again = encode(DeviceState, v);
    console.log(
      f.split('/').pop(),
      v.sections.length,
      'raw:',
      raw.map((s: any) => `${s.idstr}(${s.payload.length})`).join(' '),
      Buffer.compare(again, b) === 0 ? 'same' : 'DIFFERS',
      t1,
      Date.now() - t,
    );
  } catch (e) {
    console.log(f, String(e).slice(0, 300));
  }
}
