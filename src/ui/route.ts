import { useEffect, useState } from 'preact/hooks'

// The address lives behind '#': record ids never reach a server, and any static host can serve the app (ADR 0004).

const listeners = new Set<() => void>()
let moves = 0

const current = (): string => decodeURI(location.hash.replace(/^#/, '')) || '/'

const tell = (): void => listeners.forEach((listener) => listener())

/** The link to a path of the app, '/people/3f..'. */
export const href = (path: string): string => `#${path}`

/** Goes to a path as a tap on its link would. */
export function go(path: string): void {
  location.hash = path
}

/** Goes to a path in place of the present one, so that Back doesn't return here. */
export function replace(path: string): void {
  history.replaceState(history.state, '', href(path))
  tell()
}

/** One step back inside the app, or a few; to `parent` where the app was opened since. */
export function back(parent: string, steps = 1): void {
  if (moves >= steps) history.go(-steps)
  else replace(parent)
}

/** How many steps lie before the present one inside the app; 0 where it was opened. */
export const depth = (): number => moves

/** Tells every change of the path. Returns the way to stop. */
export function onMove(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The present path, and again with every change. */
export function usePath(): string {
  const [path, setPath] = useState(current)
  useEffect(() => {
    const listener = (): void => setPath(current())
    listener()
    return onMove(listener)
  }, [])
  return path
}

const depthOf = (state: unknown): number | undefined =>
  typeof state === 'object' && state !== null && 'moves' in state ? Number(state.moves) : undefined

/** Watches the browser's own moves; called once, at the start. Each entry of the history knows how deep it lies. */
export function watchMoves(): void {
  moves = depthOf(history.state) ?? 0
  history.replaceState({ moves }, '')
  window.addEventListener('hashchange', () => {
    moves = depthOf(history.state) ?? moves + 1
    history.replaceState({ moves }, '')
    tell()
  })
}

/** The parameters of `path` under a pattern such as '/people/:id', or undefined where it doesn't fit. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = value
    else if (part !== value) return undefined
  }
  return params
}
