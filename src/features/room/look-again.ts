import { keepSettings } from '../../db/device.ts'
import type { Open } from '../../db/notebook.ts'
import { isNearlyFull, readRoom } from '../../db/room.ts'
import { isPractice } from '../../db/tables.ts'

const hour = 60 * 60 * 1000

/** Hours until it is looked again where there is room: within them nobody uses up what is kept free. */
const usually = 4
/** Hours for which somebody who put it off, or has just made room, is left alone: a week. */
const whenPutOff = 7 * 24

const lookAgain = ({ notebook, device }: Open, hours: number): Promise<void> =>
  keepSettings(device, { roomAt: new Date(notebook.now() + hours * hour).toISOString() })

/** Says nothing more on Start for a week. */
export const putOff = (open: Open): Promise<void> => lookAgain(open, whenPutOff)

/** Whether Start is to say that this device is nearly full. If not, says when to look again. */
export async function isRoomScarce(open: Open): Promise<boolean> {
  const room = isPractice(open.notebook) ? undefined : await readRoom()
  if (room && isNearlyFull(room)) return true
  await lookAgain(open, usually)
  return false
}
