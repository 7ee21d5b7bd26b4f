/** Tells those who wait that a space has something new. */
export type Bell = {
  /** Calls `listener` at each ring of the space, and `end` when it must go; the function stops that. */
  readonly listen: (space: string, listener: Listener) => () => void
  readonly ring: (space: string) => void
  /** Ends all that listen. */
  readonly stop: () => void
}

export type Listener = { readonly who: string; readonly rung: () => void; readonly end: () => void }

/** Tabs and workers of one device that may wait at once. */
const mostOfOne = 4

/** Within this process. Several processes on one store would each hear their own rings only. */
export function makeBell(): Bell {
  const spaces = new Map<string, Set<Listener>>()
  const remove = (space: string, listener: Listener): void => {
    const listeners = spaces.get(space)
    listeners?.delete(listener)
    if (listeners?.size === 0) spaces.delete(space)
  }
  return {
    listen(space, listener) {
      const listeners = spaces.get(space) ?? new Set()
      spaces.set(space, listeners)
      const own = [...listeners].filter(({ who }) => who === listener.who)
      for (const oldest of own.slice(0, Math.max(0, own.length - mostOfOne + 1))) {
        listeners.delete(oldest)
        oldest.end()
      }
      listeners.add(listener)
      return () => remove(space, listener)
    },
    ring(space) {
      for (const { rung } of spaces.get(space) ?? []) rung()
    },
    stop() {
      for (const listeners of spaces.values()) for (const { end } of listeners) end()
      spaces.clear()
    },
  }
}
