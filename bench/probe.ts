/** What the probe in the page knows; times in milliseconds since the page's navigation began. */
export type Probe = {
  /** When the last key or click came in. */
  inputAt: number
  /** When the document last changed, and when the frame with that change was made. */
  changedAt: number
  paintedAt: number
  /** When the first transaction over `store` since the last input was durable. */
  durableAt: number
  /** Waits until nothing changed for so long and everything is painted. */
  quiet(milliseconds: number): Promise<void>
}

/**
 * Runs in every page before its own scripts. Watches input, changes of the document and the frames that show them:
 * the frame after a change ends with a message that a callback at its beginning sent.
 */
export function installProbe({ store }: { store: string }): void {
  const probe: Probe = {
    inputAt: 0,
    changedAt: 0,
    paintedAt: 0,
    durableAt: 0,
    quiet: async (milliseconds) => {
      const isQuiet = (): boolean =>
        probe.paintedAt >= probe.changedAt &&
        performance.now() - Math.max(probe.inputAt, probe.changedAt, probe.paintedAt) > milliseconds
      while (!isQuiet()) await new Promise((resolve) => setTimeout(resolve, 20))
    },
  }
  const channel = new MessageChannel()
  let frameIsDue = false
  channel.port1.addEventListener('message', () => (probe.paintedAt = performance.now()))
  channel.port1.start()
  const changed = (): void => {
    probe.changedAt = performance.now()
    if (frameIsDue) return
    frameIsDue = true
    requestAnimationFrame(() => {
      frameIsDue = false
      channel.port2.postMessage('')
    })
  }
  new MutationObserver(changed).observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
  })
  for (const type of ['keydown', 'click'])
    addEventListener(type, (event) => (probe.inputAt = event.timeStamp), { capture: true })

  const open = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')
    ?.value as IDBDatabase['transaction']
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given) {
    const transaction = open.apply(this, given)
    if (transaction.mode === 'readwrite' && transaction.objectStoreNames.contains(store))
      transaction.addEventListener('complete', () => {
        if (probe.durableAt < probe.inputAt) probe.durableAt = performance.now()
      })
    return transaction
  }
  Object.assign(globalThis, { benchProbe: probe })
}
