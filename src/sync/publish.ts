import { sign } from '../crypto/sign.ts'
import { toHex } from '../shared/bytes.ts'
import { endpoints } from '../shared/exchange/endpoints.ts'
import type { ReportQuestion } from '../shared/register/endpoints.ts'
import { registerLimits } from '../shared/register/limits.ts'
import {
  isStatementValue,
  publisherOf,
  statementMessage,
  writeStatement,
} from '../shared/register/statement.ts'
import { roleNow } from '../shared/roster/roster.ts'
import { askAt, type Fetch } from './ask.ts'
import { askConfig } from './config.ts'
import { askerOf } from './copy.ts'
import type { Exchange } from './exchange.ts'
import { SyncProblem } from './problem.ts'
import { knownRoster } from './roster.ts'
import { askAs } from './token.ts'
import type { Edition } from './verbs.ts'

/** Signs an edition with this device's key and gives it to the exchange. SyncProblem 'refused' for what could never stand there. */
export async function publishEntry(exchange: Exchange, edition: Edition): Promise<void> {
  const roster = await knownRoster(exchange)
  const asker = await askerOf(exchange, roster)
  if (roleNow(roster, asker.id) !== 'coordinator') throw new SyncProblem('refused')
  const statement = { ...edition, device: asker.id, publisher: publisherOf(exchange.space) }
  if (!isStatementValue(statement)) throw new SyncProblem('refused')
  const bytes = writeStatement(statement)
  if (bytes.length > registerLimits.statement) throw new SyncProblem('refused')
  const signature = await sign(asker.key, statementMessage(bytes))
  await askAs(exchange, asker, endpoints.publish, { bytes: toHex(bytes), signature: toHex(signature) })
}

/** Tells the operator of an entry, in nobody's name. */
export async function reportEntry(
  { appAddress, fetch }: { readonly appAddress: string; readonly fetch: Fetch },
  report: ReportQuestion,
): Promise<void> {
  const { exchange } = await askConfig(appAddress, fetch)
  await askAt(exchange, fetch)(endpoints.report, report)
}
