import type { SheetKey } from '../../src/crypto/backup.ts'
import { makePlainPair } from '../../src/crypto/pair.ts'
import { digitsOf, newSheetSecret, sealBox, slipKeysOf } from '../../src/crypto/slip.ts'
import { toHex } from '../../src/shared/bytes.ts'
import { newId } from '../../src/shared/ids.ts'

/** A recovery sheet as the roster has it, and its digits. */
export async function newSheet(): Promise<{ sheet: SheetKey; digits: string }> {
  const secret = newSheetSecret()
  const slip = await slipKeysOf(secret)
  const [sign, agree] = await Promise.all([makePlainPair('sign'), makePlainPair('agree')])
  const greeting = { notebook: '', inviter: '', guest: '', helper: '', phone: '', language: 'de' }
  const keys = { sign: sign.secret, signPoint: sign.point, agree: agree.secret, agreePoint: agree.point }
  const content = {
    ...greeting,
    ...keys,
    role: 'coordinator',
    own: false,
    space: newId(),
    head: newId().repeat(2),
  } as const
  const box = toHex(await sealBox(slip, content))
  return { sheet: { slip: slip.id, agree: agree.point, box }, digits: digitsOf(secret) }
}
