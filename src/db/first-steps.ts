import { readSettings, type Device } from './device.ts'

const idsIn = (kept = ''): ReadonlySet<string> => new Set(kept.split(' ').filter(Boolean))

/** The ids of the first steps that are ticked off on this device. It never tells anybody. */
export const doneFirstSteps = async (device: Device): Promise<ReadonlySet<string>> =>
  idsIn((await readSettings(device)).firstSteps)

/** Ticks a first step off, or takes the tick back; durable when it resolves. */
export async function tickFirstStep(device: Device, id: string, isDone: boolean): Promise<void> {
  await device.transaction('rw', device.settings, async () => {
    const done = new Set(idsIn((await device.settings.get('firstSteps'))?.value))
    if (isDone) done.add(id)
    else done.delete(id)
    await device.settings.put({ key: 'firstSteps', value: [...done].join(' ') })
  })
}
