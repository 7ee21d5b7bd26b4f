import { fromHex, readU32, toHex, type Bytes } from '../../../src/shared/bytes.ts'
import { writeCanonical } from '../../../src/shared/canonical.ts'
import { openLeftover, sealLeftover } from '../../../src/crypto/leftover.ts'
import { cast } from './cast.ts'
import { always, type Part } from './parts.ts'

const content = {
  changes: [
    { kind: 'person', record: '0d'.repeat(16), set: { givenName: 'Ágika' }, time: 1_764_000_180_000 },
    { kind: 'note', record: '1d'.repeat(16), set: { text: 'Grüße an Pécs' }, time: 0 },
  ],
}

/** What is sealed in a file, between its head and its signature: everything in it that comes out the same again. */
const sealedPart = (file: Bytes): string => toHex(file.slice(4 + readU32(file, 0), -64))

/** What the removed third device had not sent, for the two who coordinate then. */
export async function tellLeftover(space: string, kept: string | undefined): Promise<Part> {
  const { second, third, fourth } = cast
  const by = { space, device: third.id }
  const readers = [second, fourth].map(({ id, plain }) => ({ id, agree: plain.agree.point }))
  const made = await sealLeftover(by, third.sign.privateKey, readers, content, always(0x1f))
  const file = kept === undefined ? made : fromHex(kept)
  if (sealedPart(file) !== sealedPart(made)) throw new Error('leftovers that differ')
  for (const { id, agree } of [second, fourth]) {
    const opened = await openLeftover(by, third.plain.sign.point, { id, agree }, file)
    if (JSON.stringify(opened) !== JSON.stringify(content)) throw new Error('leftovers of something else')
  }
  return {
    device: third.id,
    key: '1f'.repeat(32),
    nonce: '1f'.repeat(12),
    json: new TextDecoder().decode(writeCanonical(content)),
    file: toHex(file),
  }
}
