import { firstMark } from '../../shared/register/feed.ts'
import type { Register, RegisterInfo } from './tables.ts'

const nothing: RegisterInfo = {
  key: 'info',
  n: 0,
  mark: firstMark,
  takenAt: 0,
  isOpened: false,
  skippedBy: 0,
  offered: null,
  base: null,
}

/** What is known of the register on this device. */
export const readInfo = async ({ info }: Register): Promise<RegisterInfo> =>
  (await info.get('info')) ?? nothing

/** Keeps something of it. */
export async function keepInfo(register: Register, some: Partial<RegisterInfo>): Promise<void> {
  await register.transaction('rw', register.info, async () => {
    await register.info.put({ ...(await readInfo(register)), ...some, key: 'info' })
  })
}
