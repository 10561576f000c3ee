/** A struct that no table describes, and that several devices have. */
export interface SharedStruct {
  /** The name that overlays refer to it by, as they refer to descriptions; the type is called after it. */
  readonly name: string;
  /** What it is: code in terms of its schema module; `@{name}` is the struct of a description, or an earlier one of these. */
  readonly node: string;
}

/** All of them. What refers to a description that a QEMU does not have is left out. */
export const SHARED_STRUCTS: readonly SharedStruct[] = [
  { name: 'virtio on pci', node: "virtioOnPci('VirtioOnPci', @{PCIDevice})" },
  {
    name: 'virtio device',
    node: "virtio('VirtioDevice', { onPci: @{virtio on pci}, common: @{virtio} })",
  },
];
