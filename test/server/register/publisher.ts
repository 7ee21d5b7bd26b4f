import { sign } from '../../../src/crypto/sign.ts'
import { toHex, type Bytes } from '../../../src/shared/bytes.ts'
import { endpoints } from '../../../src/shared/exchange/endpoints.ts'
import { newId } from '../../../src/shared/ids.ts'
import { firstMark, readFeedPage } from '../../../src/shared/register/feed.ts'
import { feedPath } from '../../../src/shared/register/endpoints.ts'
import {
  publisherOf,
  statementMessage,
  writeStatement,
  type Statement,
} from '../../../src/shared/register/statement.ts'
import { contents } from '../../shared/register/entries.ts'
import type { TestDevice } from '../exchange/circle.ts'
import type { TestExchange } from '../exchange/house.ts'

/** A statement of this device: an idea at its first revision, unless told otherwise. */
export const statementBy = (device: TestDevice, other: Partial<Statement> = {}): Statement =>
  ({
    entry: newId(),
    publisher: publisherOf(device.space),
    device: device.id,
    type: 'idea',
    revision: 1,
    content: contents.idea,
    ...other,
  }) as Statement

export const signatureOf = async (device: TestDevice, bytes: Bytes): Promise<string> =>
  toHex(await sign(device.device.sign.privateKey, statementMessage(bytes)))

/** Publishes as an app does. */
export async function publish(device: TestDevice, other: Partial<Statement> = {}) {
  const statement = statementBy(device, other)
  const bytes = writeStatement(statement)
  const signature = await signatureOf(device, bytes)
  const { n } = await device.ask(endpoints.publish, { bytes: toHex(bytes), signature })
  return { n, statement, bytes, signature }
}

export const open = (there: TestExchange, path: string, init?: RequestInit): Promise<Response> =>
  Promise.resolve(there.register(new Request(there.url + path, init)))

/** One page of the feed. */
export async function feed(there: TestExchange, cursor = { n: 0, mark: firstMark }, most?: number) {
  const answer = await open(there, feedPath(cursor, most))
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  return readFeedPage(new Uint8Array(await answer.arrayBuffer()))
}
