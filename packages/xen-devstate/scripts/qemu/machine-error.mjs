/** Why a virtual machine did not do what it was asked to, in words for people. */
export class MachineError extends Error {
  /**
   * @param {string} message what went wrong
   * @param {{ missing?: boolean }} [details] whether there is no such command as was to be run
   */
  constructor(message, { missing = false } = {}) {
    super(message);
    this.name = 'MachineError';
    /** Whether there is no such QEMU, rather than one that failed. */
    this.missing = missing;
  }
}
