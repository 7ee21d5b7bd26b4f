/** How many bytes the browser would still take on this device, and how many it takes altogether. */
export type Room = { readonly left: number; readonly of: number }

/** As the browser's own; tests hand in theirs. Undefined where it cannot be asked. */
export type Estimate = () => Promise<StorageEstimate | undefined>

/** What this browser says, also in a worker. */
export const estimateHere: Estimate = async () =>
  'storage' in navigator && 'estimate' in navigator.storage ? navigator.storage.estimate() : undefined

const megabyte = 1024 * 1024

/** A thousand photos. Less is soon used up by somebody who brings in a whole album. */
const aThousandPhotos = 300 * megabyte
/** One visit with its photos. */
const oneVisit = 20 * megabyte

/** The room on this device; undefined where the browser doesn't say, or says nothing of use. */
export async function readRoom(estimate: Estimate = estimateHere): Promise<Room | undefined> {
  // Browsers that refuse an answer are like those that have none.
  const { quota = 0, usage } = (await estimate().catch(() => undefined)) ?? {}
  return quota > 0 && usage !== undefined ? { left: Math.max(0, quota - usage), of: quota } : undefined
}

/**
 * Whether it is time to make room: docs/adr/0019-photos-at-scale.md. A tenth of what there is, on a large device no more than a
 * thousand photos, on a tiny one no less than a visit.
 */
export const isNearlyFull = ({ left, of }: Room): boolean =>
  left < Math.max(oneVisit, Math.min(aThousandPhotos, of / 10))
