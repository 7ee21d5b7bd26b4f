/**
 * A mark outside IndexedDB of what should be there: browsers have emptied databases unasked (Aam-Digital/ndb-core#4178).
 * It holds no content.
 */
export type Mark = { readonly space: string; readonly savedAt: number }

const key = 'ponte-mark'

/** Remembers that this space has something in it since that time. */
export function leaveMark(storage: Storage, mark: Mark): void {
  storage.setItem(key, JSON.stringify(mark))
}

/** The mark, or undefined where none was left. */
export function readMark(storage: Storage): Mark | undefined {
  try {
    const mark = JSON.parse(storage.getItem(key) ?? 'null') as Partial<Mark> | null
    return typeof mark?.space === 'string' && typeof mark.savedAt === 'number'
      ? { space: mark.space, savedAt: mark.savedAt }
      : undefined
  } catch {
    // Not ours, or torn: as good as none.
    return undefined
  }
}

/** For a person who was told that the notebook is gone and starts again. */
export function eraseMark(storage: Storage): void {
  storage.removeItem(key)
}
