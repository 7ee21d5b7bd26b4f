import { concat, fromHex, u32, type Bytes } from '../shared/bytes.ts'
import { labelled, labels } from '../shared/labels.ts'
import { Problem } from './problem.ts'

/** Where in which roster a wrap belongs: the space's id, the key's epoch, and the head (32 bytes) before the entry that holds it. */
export type WrapPlace = { readonly spaceId: string; readonly epoch: number; readonly headBefore: Bytes }

const pointLength = 65

/**
 * The epoch key (32 bytes) for one device: HPKE base mode, P-256 / HKDF-SHA-256 / AES-256-GCM (RFC 9180), as
 * ephemeral point 65 | sealed key 48 = 113 bytes. `agreePublic` is the device's raw point.
 * Problem 'key-malformed' if it isn't one.
 */
export const wrapKey = (key: Bytes, agreePublic: Bytes, place: WrapPlace): Promise<Bytes> =>
  wrapBound(key, agreePublic, infoOf(place))

/** The same for a key that is bound to something else: whatever `info` says must be said again to open it. */
export async function wrapBound(key: Bytes, agreePublic: Bytes, info: Bytes): Promise<Bytes> {
  const suite = await loadSuite()
  const recipientPublicKey = await suite.kem.deserializePublicKey(agreePublic).catch((cause: unknown) => {
    throw new Problem('key-malformed', { cause })
  })
  const { enc, ct } = await suite.seal({ recipientPublicKey, info }, key)
  return concat(new Uint8Array(enc), new Uint8Array(ct))
}

/**
 * The key in a wrap. Takes the whole pair, since the private half alone, not extractable, can't yield its
 * public one. Problem 'wrap-refused' unless it was made for this pair and this place.
 */
export const openWrap = (wrap: Bytes, agree: CryptoKeyPair, place: WrapPlace): Promise<Bytes> =>
  openBound(wrap, agree, infoOf(place))

/** The key in a wrap that was bound to `info`. Problem 'wrap-refused'. */
export async function openBound(wrap: Bytes, agree: CryptoKeyPair, info: Bytes): Promise<Bytes> {
  const suite = await loadSuite()
  const params = { recipientKey: agree, enc: wrap.slice(0, pointLength), info }
  try {
    return new Uint8Array(await suite.open(params, wrap.slice(pointLength)))
  } catch (cause) {
    throw new Problem('wrap-refused', { cause })
  }
}

function infoOf({ spaceId, epoch, headBefore }: WrapPlace): Bytes {
  return labelled(labels.wrap, fromHex(spaceId), u32(epoch), headBefore)
}

/** Loaded on use, so that the first screen doesn't carry it. */
async function loadSuite() {
  const { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } = await import('@hpke/core')
  return new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
}
