/** Tells those who wait that a space has something new. */
export type Bell = {
  /** Calls `listener` at each ring of the space, and `end` when it must go; the function stops that. */
  readonly listen: (space: string, listener: Listener) => () => void
  readonly ring: (space: string) => void
  /** Ends all that listen, and whoever still comes. */
  readonly stop: () => void
}

export type Listener = { readonly who: string; readonly rung: () => void; readonly end: () => void }

/** Tabs and workers of one device that may wait at once. */
const mostOfOne = 4
/** As many devices as a space may have, with two each. */
const mostOfSpace = 400

/** Who gives way where there are too many: the oldest of whoever has most. */
function oldestOfMost(listeners: ReadonlySet<Listener>): Listener | undefined {
  const own = new Map<string, Listener[]>()
  for (const listener of listeners) own.set(listener.who, [...(own.get(listener.who) ?? []), listener])
  return [...own.values()].sort((one, other) => other.length - one.length)[0]?.[0]
}

/** Within this process. Several processes on one store would each hear their own rings only. */
export function makeBell(): Bell {
  const spaces = new Map<string, Set<Listener>>()
  let isStopped = false
  const remove = (space: string, listener: Listener): void => {
    const listeners = spaces.get(space)
    listeners?.delete(listener)
    if (listeners?.size === 0) spaces.delete(space)
  }
  return {
    listen(space, listener) {
      const listeners = spaces.get(space) ?? new Set()
      spaces.set(space, listeners)
      listeners.add(listener)
      const own = [...listeners].filter(({ who }) => who === listener.who)
      const [oldest] = own.length > mostOfOne ? own : []
      const tooMuch = oldest ?? (listeners.size > mostOfSpace ? oldestOfMost(listeners) : undefined)
      if (tooMuch) {
        remove(space, tooMuch)
        tooMuch.end()
      }
      if (isStopped) listener.end()
      return () => remove(space, listener)
    },
    ring(space) {
      for (const { rung } of spaces.get(space) ?? []) rung()
    },
    stop() {
      isStopped = true
      for (const listeners of spaces.values()) for (const { end } of listeners) end()
      spaces.clear()
    },
  }
}
