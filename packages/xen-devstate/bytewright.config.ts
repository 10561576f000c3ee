import { readdirSync, readFileSync } from 'node:fs';
import type { ModuleConfig } from '@bytewright/codegen';
import { defineConfig } from '@bytewright/codegen';

/** All modules of a catalog: what its devices have in common, the devices, and the file that holds them. */
function catalog(name: string): readonly ModuleConfig[] {
  const folder = new URL(`src/catalogs/${name}/`, import.meta.url);
  // what the list of devices imports from a module can be decoded by itself
  const list = readFileSync(new URL('devices.ts', folder), 'utf8');
  const roots = new Map(
    [...list.matchAll(/^import \{([^}]*)\} from '\.\/([^']*)\.js';$/gm)].map(([, names = '', path = '']) => [
      `${path}.ts`,
      names.split(',').flatMap((type) => type.trim() || []),
    ]),
  );
  const modulesIn = (part: string): readonly ModuleConfig[] =>
    readdirSync(new URL(`${part}/`, folder))
      .sort()
      .map((file) => ({
        source: `src/catalogs/${name}/${part}/${file}`,
        folder: `${name}/${part}`,
        roots: roots.get(`${part}/${file}`) ?? [],
      }));
  return [
    ...modulesIn('parts'),
    ...modulesIn('devices'),
    { source: `src/catalogs/${name}/device-state.ts`, folder: name, roots: ['DeviceState'] },
  ];
}

/** What device states are found in. */
function containers(): readonly ModuleConfig[] {
  const path = 'src/schema/containers';
  return readdirSync(new URL(`${path}/`, import.meta.url))
    .filter((file) => file !== 'index.ts' && file !== 'libxl-record-types.ts')
    .sort()
    .map((file) => ({ source: `${path}/${file}`, folder: 'containers' }));
}

export default defineConfig({
  modules: [
    { source: 'src/schema/device-state.ts', roots: ['DeviceState'] },
    { source: 'src/schema/section.ts', roots: [] },
    'src/schema/section-header.ts',
    { source: 'src/schema/footer.ts', roots: [] },
    { source: 'src/schema/boundary.ts', roots: [] },
    { source: 'src/schema/first-section.ts', roots: [] },
    'src/schema/elf.ts',
    { source: 'src/vmstate/subsection-start.ts', roots: [] },
    { source: 'src/vmstate/ahead.ts', roots: [] },
    { source: 'src/vmstate/eepro100.ts', roots: ['Eepro100'] },
    { source: 'src/vmstate/msix-state.ts', roots: [] },
    { source: 'src/vmstate/pci-config.ts', roots: [] },
    { source: 'src/vmstate/scsi-requests.ts', roots: [] },
    { source: 'src/vmstate/slirp.ts', roots: ['Slirp'] },
    { source: 'src/vmstate/virtio-gpu-resources.ts', roots: [] },
    { source: 'src/vmstate/virtio-requests.ts', roots: [] },
    { source: 'src/vmstate/virtio.ts', roots: [] },
    { source: 'src/vmstate/virtqueue-element.ts', roots: [] },
    ...containers(),
    ...['qemu-7.2', 'qemu-7.2-xen', 'qemu-10.0', 'qemu-10.0-xen'].flatMap(catalog),
  ],
  output: 'src/generated',
});
