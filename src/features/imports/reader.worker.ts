import { readVcards } from './vcard/read.ts'

// A hostile file takes seconds to read: here nothing waits for it.
addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
  const result = readVcards(new Uint8Array(data))
  const photos = result.ok ? result.cards.flatMap((card) => card.photo?.bytes.buffer ?? []) : []
  postMessage(result, { transfer: photos })
})
