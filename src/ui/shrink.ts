/** Longest sides in pixels: enough for a page of A4, and for a row in a list. */
const fullSide = 1600
const thumbSide = 320

export type Shrunk = { type: string; bytes: ArrayBuffer; thumb: ArrayBuffer; width: number; height: number }

/** What a canvas can draw and whose size is known. */
type Drawable = ImageBitmap | HTMLImageElement

async function drawAt(
  picture: Drawable,
  side: number,
): Promise<{ bytes: ArrayBuffer; width: number; height: number }> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no room to draw a photo')
  context.drawImage(picture, 0, 0, width, height)
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.82 })
  return { bytes: await blob.arrayBuffer(), width, height }
}

/** The two JPEGs of a picture that is loaded already. */
export async function shrinkDrawn(picture: Drawable): Promise<Shrunk> {
  const full = await drawAt(picture, fullSide)
  const thumb = await drawAt(picture, thumbSide)
  return {
    type: 'image/jpeg',
    bytes: full.bytes,
    thumb: thumb.bytes,
    width: full.width,
    height: full.height,
  }
}

/**
 * A photo drawn anew at a size that a notebook can carry: place, time and camera that stood in the file are gone.
 * Undefined if the file is no picture that this browser can read.
 */
export async function shrink(file: Blob): Promise<Shrunk | undefined> {
  let picture: ImageBitmap
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    // Not a picture, or of a kind that this browser doesn't know: the caller says so.
    return undefined
  }
  try {
    return await shrinkDrawn(picture)
  } finally {
    picture.close()
  }
}
