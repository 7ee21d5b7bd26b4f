import { shrinkDrawn, type Shrunk } from '../../ui/shrink.ts'

async function load(address: string): Promise<HTMLImageElement> {
  const picture = new Image()
  picture.src = address
  await picture.decode()
  return picture
}

/**
 * Draws the pictures at these addresses as photos would be, and tells how many are done. A few at a time: the others of
 * them load meanwhile.
 */
export async function drawAll(
  addresses: ReadonlyMap<string, string>,
  tell: (done: number, of: number) => void,
): Promise<ReadonlyMap<string, Shrunk>> {
  const drawn = new Map<string, Shrunk>()
  const waiting = [...addresses]
  const drawNext = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const [name, address] = one
      drawn.set(name, await shrinkDrawn(await load(address)))
      tell(drawn.size, addresses.size)
    }
  }
  await Promise.all([drawNext(), drawNext(), drawNext()])
  return drawn
}
