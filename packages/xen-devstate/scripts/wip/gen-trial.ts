import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { generateModules } from '@bytewright/codegen';
import {
  bytes,
  derived,
  endsWith,
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
import { schemaModuleOf } from '/tmp/bw4/packages/codegen/src/plan/schema-module-of.js';

const X = '/tmp/bw4/packages/xen-devstate/src/';
const { Boundary, BoundaryBeforeDamage, BoundaryBeforeTrailing, footers } = await import(
  X + 'schema/boundary.js'
);
const { Footer, sectionId } = await import(X + 'schema/footer.js');
const { FooteredFirstSection } = await import(X + 'schema/first-section.js');
const { plausible, sectionHeaderFields } = await import(X + 'schema/section-header.js');
const { fileHeaderFields } = await import(X + 'schema/device-state.js');
const facts = await import(X + 'overlay/facts.js');
const { CANDIDATES } = facts;
const { version } = await import(X + 'vmstate/index.js');
const dir = X + 'catalogs/qemu-7.2-xen/';
const arms: Record<string, any> = {};
const modules: any[] = [];
const mod = async (p: string, folder?: string, roots?: string[]) =>
  schemaModuleOf(
    await import(X + p),
    { source: 'src/' + p, ...(folder && { folder }), ...(roots && { roots }) },
    'src/generated',
  );
for (const f of readdirSync(dir)) {
  let m: any;
  try {
    m = await import(dir + f);
  } catch (e) {
    console.log('IMPORT', f);
    continue;
  }
  let ok = true;
  const here: any = {};
  for (const [type, S] of Object.entries<any>(m)) {
    try {
      const ir = irOf(S, { allowParameters: true });
      const st = ir.structs[(ir.root as any).name ?? (ir.root as any).node?.name];
      const name = st?.metadata?.wireName;
      const params = st?.parameters.map((p: any) => p.name).filter((n: string) => n !== 'version') ?? [];
      if (params.some((p: string) => !(p in CANDIDATES))) continue;
      if (!name || name.includes('/') || (ir.root as any).kind !== 'bind') continue;
      let node = S;
      for (const p of params)
        node = search((facts as any)[p], CANDIDATES[p] as any, node, {
          followedBy: [Boundary, BoundaryBeforeTrailing],
        });
      arms[type] = on(name, node);
    } catch (e) {
      console.log('IR', f, type, String(e).slice(0, 200));
      ok = false;
    }
  }
  if (ok)
    try {
      modules.push(await mod('catalogs/qemu-7.2-xen/' + f, 'qemu-7.2-xen/devices'));
    } catch (e) {
      console.log('MOD', f, String(e).slice(0, 100));
    }
}
console.log(Object.keys(arms).length, 'arms');
const Section = struct('Section', {
  ...sectionHeaderFields,
  body: union(arms as any, {
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
for (const p of [
  'schema/section-header.ts',
  'schema/footer.ts',
  'schema/boundary.ts',
  'schema/first-section.ts',
])
  modules.unshift(await mod(p, undefined, []));
modules.unshift(
  schemaModuleOf(
    { DeviceState, Section },
    { source: 'src/qemu-7.2-xen.ts', folder: 'qemu-7.2-xen', roots: ['DeviceState'] },
    'src/generated',
  ),
);
const t = Date.now();
const files = generateModules(modules);
console.log(
  'generated',
  Date.now() - t,
  files.length,
  files.reduce((s, f) => s + f.text.length, 0),
);
for (const f of files) {
  const p = process.argv[2] + '/' + f.path;
  mkdirSync(p.replace(/\/[^/]*$/, ''), { recursive: true });
  writeFileSync(p, f.text);
}
