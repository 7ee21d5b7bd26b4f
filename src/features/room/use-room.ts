import { useEffect, useState } from 'preact/hooks'
import { isExchanged } from '../../db/find.ts'
import { useNotebook } from '../../db/notebook.ts'
import { sparePhotos } from '../../db/photos-here.ts'
import { isNearlyFull, readRoom, type Room } from '../../db/room.ts'
import type { Notebook } from '../../db/tables.ts'
import { metaKeys } from '../../sync/status.ts'

/** What there is to say of the room on this device. */
export type RoomFacts = {
  readonly room: Room | undefined
  readonly isScarce: boolean
  /** Bytes of photos that need not lie here. */
  readonly spare: number
}

async function factsOf(notebook: Notebook): Promise<RoomFacts> {
  const { tables } = notebook
  const [room, isShared, stopped] = await Promise.all([
    readRoom(),
    isExchanged(notebook),
    tables.meta.get(metaKeys.stopped),
  ])
  // Whoever is no more in the circle gets nothing back from there.
  const comesBack = isShared && (stopped === undefined || stopped.value === 'full')
  const spare = comesBack ? await sparePhotos(tables) : []
  return {
    room,
    isScarce: room !== undefined && isNearlyFull(room),
    spare: spare.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

/** The facts, and the way to look again; undefined until they are known. Not live: they are too many to be read with every photo. */
export function useRoom(): [RoomFacts | undefined, () => void] {
  const notebook = useNotebook()
  const [facts, setFacts] = useState<RoomFacts>()
  const [look, setLook] = useState(0)
  useEffect(() => {
    factsOf(notebook).then(setFacts, (reason: unknown) => reportError(reason))
  }, [notebook, look])
  return [facts, () => setLook((before) => before + 1)]
}
