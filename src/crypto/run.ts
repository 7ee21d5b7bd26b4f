import { fromHex, type Bytes } from '../shared/bytes.ts'
import { linksOf, signedBytes, type Link, type Run } from '../shared/run.ts'
import { noHash } from '../shared/envelope.ts'
import type { Device } from './device.ts'
import { sign, verify } from './sign.ts'

/** A run of sealed envelopes, signed by their device. `last` is the hash of the last one. */
export async function signRun(
  device: Pick<Device, 'sign'>,
  run: Omit<Run, 'signature'>,
  last: Bytes,
): Promise<Run> {
  const message = signedBytes(run, run.envelopes.length, last)
  return { ...run, signature: await sign(device.sign.privateKey, message) }
}

/** The run's links if its device signed exactly these; undefined if not. `signPublic` is the device's key as hex. */
export async function verifyRun(spaceId: string, run: Run, signPublic: string): Promise<Link[] | undefined> {
  const links = linksOf(spaceId, run)
  const last = links.at(-1)?.hash ?? noHash
  const message = signedBytes(run, run.envelopes.length, last)
  return (await verify(fromHex(signPublic), run.signature, message)) ? links : undefined
}
