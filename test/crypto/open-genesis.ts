import { checkOf } from '../../src/crypto/check.ts'
import type { Device } from '../../src/crypto/device.ts'
import { verifyGenesisEntry } from '../../src/crypto/entry.ts'
import { genesisPlace, type Genesis } from '../../src/crypto/genesis.ts'
import { Problem } from '../../src/crypto/problem.ts'
import { openWrap } from '../../src/crypto/wrap.ts'
import { toHex, type Bytes } from '../../src/shared/bytes.ts'
import { readGenesis } from '../../src/shared/roster/genesis.ts'
import { presentHead } from '../../src/shared/roster/roster.ts'

/**
 * The first epoch's key (32 bytes), after verifying hash, signer, signature and check.
 * Problem 'entry-malformed', 'key-malformed', 'entry-forged', or 'wrap-refused' (also for another device).
 */
export async function openGenesis(genesis: Genesis, device: Device): Promise<Bytes> {
  const { spaceId, entry, head, signatures, wrap } = genesis
  const roster = await verifyGenesisEntry({ bytes: entry, signatures }, spaceId)
  if (presentHead(roster) !== toHex(head)) throw new Problem('entry-forged')
  const { body } = readGenesis(entry)
  if (toHex(wrap) !== body.wrap) throw new Problem('wrap-refused')
  const key = await openWrap(wrap, device.agree, genesisPlace)
  if (toHex(await checkOf(key, genesisPlace.spaceId)) !== body.check) throw new Problem('wrap-refused')
  return key
}
