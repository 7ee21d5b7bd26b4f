import { verifyStatement } from '../../crypto/checkpoint.ts'
import { chunksNow } from '../../shared/checkpoint/erased.ts'
import { checkpointAllowed, isAgreed, witnessOf } from '../../shared/checkpoint/rules.ts'
import type { KnownStatement, Witness } from '../../shared/checkpoint/signed.ts'
import { checkpointId, readStatement, type Statement } from '../../shared/checkpoint/statement.ts'
import { fromHex, Malformed, type Bytes } from '../../shared/bytes.ts'
import { endpoints } from '../../shared/exchange/endpoints.ts'
import type { Roster } from '../../shared/roster/roster.ts'
import type { Exchange } from '../exchange.ts'
import { askAs, type Asker } from '../token.ts'

/** A checkpoint that the exchange tells of, as far as it holds: who signed it, verified, and whether they are enough. */
export type Known = {
  readonly id: string
  readonly bytes: Bytes
  readonly statement: Statement
  /** The hashes of its chunks, after what was erased since. */
  readonly chunks: readonly string[]
  readonly witnesses: readonly Witness[]
  readonly isAgreed: boolean
}

async function verified(roster: Roster, { bytes, signatures }: KnownStatement): Promise<Known | undefined> {
  const raw = fromHex(bytes)
  const statement = readStatement(raw)
  const chunks = chunksNow(roster, statement)
  if (!chunks || checkpointAllowed(roster, statement)) return undefined
  const witnesses: Witness[] = []
  for (const one of signatures) {
    const sign = roster.devices.get(one.device)?.sign
    const mayWitness = sign && witnessOf(roster, statement, one.device) !== undefined
    if (mayWitness && (await verifyStatement(sign, fromHex(one.signature), raw))) witnesses.push(one)
  }
  const agreed = isAgreed(
    roster,
    statement,
    witnesses.map(({ device }) => device),
  )
  return { id: checkpointId(raw), bytes: raw, statement, chunks, witnesses, isAgreed: agreed }
}

/** What checkpoints there are by the exchange's word, the newest first; what doesn't hold isn't among them. */
export async function askKnown(exchange: Exchange, asker: Asker, roster: Roster): Promise<Known[]> {
  const { checkpoints } = await askAs(exchange, asker, endpoints.checkpoints, {})
  const known: Known[] = []
  for (const one of checkpoints) {
    try {
      const holds = await verified(roster, one)
      if (holds && holds.witnesses.length > 0) known.push(holds)
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
    }
  }
  return known.sort((one, other) => other.statement.n - one.statement.n)
}
