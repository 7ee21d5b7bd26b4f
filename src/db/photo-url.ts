import { useEffect, useState } from 'preact/hooks'
import { useLive } from './live.ts'
import { useNotebook } from './notebook.ts'
import type { PhotoRow } from './tables.ts'

// Apart from what keeps photos: the first screen shows one and writes nothing.

function useObjectUrl(row: PhotoRow | undefined): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!row) return
    const made = URL.createObjectURL(new Blob([row.bytes], { type: row.type }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [row?.id])
  return row ? url : undefined
}

/** The address of a photo's thumbnail, for lists; undefined until it is there. */
export function useThumb(id: string): string | undefined {
  const { tables } = useNotebook()
  return useObjectUrl(useLive(async () => (id ? tables.thumbs.get(id) : undefined), [tables, id]))
}

type Wanted = (id: string) => void

let fetchWanted: Wanted = () => undefined

/** Milliseconds after which a photo that did not come is asked for again; twice as many each time after that. */
const again = 3000

/** Hears of photos that somebody looks at and whose bytes aren't here; one listener, the exchange. */
export function onPhotoWanted(listener: Wanted): void {
  fetchWanted = listener
}

/** The address of the whole photo, of its thumbnail while the photo itself is on its way; undefined until one is there. */
export function usePhoto(id: string): string | undefined {
  const { tables } = useNotebook()
  const found = useLive(async () => ({ row: id ? await tables.photos.get(id) : undefined }), [tables, id])
  const isMissing = Boolean(id && found && !found.row)
  useEffect(() => {
    if (!isMissing) return
    let timer: ReturnType<typeof setTimeout>
    const ask = (wait: number): void => {
      fetchWanted(id)
      timer = setTimeout(ask, wait, 2 * wait)
    }
    ask(again)
    return () => clearTimeout(timer)
  }, [isMissing, id])
  const thumb = useThumb(isMissing ? id : '')
  return useObjectUrl(found?.row) ?? thumb
}
