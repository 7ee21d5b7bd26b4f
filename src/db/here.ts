import type { Notebook, Tables } from './tables.ts'

const leftKey = 'leftAt'
const sinceKey = 'newSince'

/** Whoever comes back within this many milliseconds was never away: what was new stays new. */
const pause = 60 * 60 * 1000

/** What is newer than this moment (milliseconds since 1970) is news; undefined before the first arrival. */
export async function newSince({ tables }: Notebook): Promise<number | undefined> {
  const kept = await tables.meta.get(sinceKey)
  return kept && Number(kept.value)
}

/** Puts the moment when the person was last here, for a notebook that begins in the middle. */
export const wasHereAt = (tables: Tables, time: number): Promise<string> =>
  tables.meta.put({ key: leftKey, value: String(time) })

/** The person has come. At the very first time nothing is new. */
export async function arrive(notebook: Notebook): Promise<void> {
  const { tables, now } = notebook
  await tables.transaction('rw', tables.meta, async () => {
    const left = Number((await tables.meta.get(leftKey))?.value ?? NaN)
    const wasAway = left < now() - pause
    if (!wasAway && (await newSince(notebook)) !== undefined) return
    await tables.meta.put({ key: sinceKey, value: String(wasAway ? left : now()) })
  })
}

/** The person puts the app away. */
export async function leave({ tables, now }: Notebook): Promise<void> {
  await tables.meta.put({ key: leftKey, value: String(now()) })
}

/** Notices how long the person is here, from now on. Returns the way to stop. */
export function watchHere(notebook: Notebook): () => void {
  const keep = (verb: typeof arrive): void => {
    // Not knowing what is new is no reason to hold anybody up.
    verb(notebook).catch((reason: unknown) => reportError(reason))
  }
  const notice = (): void => keep(document.hidden ? leave : arrive)
  const away = (): void => keep(leave)
  notice()
  document.addEventListener('visibilitychange', notice)
  window.addEventListener('pagehide', away)
  return () => {
    document.removeEventListener('visibilitychange', notice)
    window.removeEventListener('pagehide', away)
  }
}
