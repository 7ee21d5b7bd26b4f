import { pictureNames } from '../../ui/pictures.ts'
import { shrinkDrawn, type Shrunk } from '../../ui/shrink.ts'
import { addressOf } from './content.ts'
import { paint } from './paint.ts'

async function load(address: string): Promise<HTMLImageElement> {
  const picture = new Image()
  picture.src = address
  await picture.decode()
  return picture
}

/** A photo of the practice notebook: drawn from a picture of its own, or from one that the app has anyway. */
async function drawOne(name: string): Promise<Shrunk> {
  const own = addressOf(name)
  if (own) return shrinkDrawn(await load(own))
  const shared = pictureNames.find((one) => one === name)
  if (!shared) throw new Error(`no picture called ${name}`)
  const painted = await paint(shared)
  try {
    return await shrinkDrawn(await load(painted))
  } finally {
    URL.revokeObjectURL(painted)
  }
}

/**
 * Draws the pictures of these names as photos would be, and tells how many are done. A few at a time: the others of
 * them load meanwhile.
 */
export async function drawAll(
  names: ReadonlySet<string>,
  tell: (done: number, of: number) => void,
): Promise<ReadonlyMap<string, Shrunk>> {
  const drawn = new Map<string, Shrunk>()
  const waiting = [...names]
  const drawNext = async (): Promise<void> => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      drawn.set(name, await drawOne(name))
      tell(drawn.size, names.size)
    }
  }
  await Promise.all([drawNext(), drawNext(), drawNext()])
  return drawn
}
