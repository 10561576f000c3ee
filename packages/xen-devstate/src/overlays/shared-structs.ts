/** A struct that no table describes, and that several devices contain. */
export interface SharedStruct {
  /** The name that overlays use to refer to it, like the name of a description; the type is named after it. */
  readonly name: string;
  /** The code of the struct in its schema module; `@{name}` is the struct of a description, or an earlier one of these. */
  readonly node: string;
}

/** All of them. Those that refer to a description that a QEMU does not have are left out. */
export const SHARED_STRUCTS: readonly SharedStruct[] = [
  { name: 'virtio on pci', node: "virtioOnPci('VirtioOnPci', @{PCIDevice})" },
  {
    name: 'virtio device',
    node: "virtio('VirtioDevice', { onPci: @{virtio on pci}, common: @{virtio} })",
  },
];
