import { fromHex, prefixed, type Bytes } from '../shared/bytes.ts'
import { labelled, labels } from '../shared/labels.ts'

/**
 * What a device or slip signs to get a token: "p1 auth" | publicUrl | spaceId | its id | the challenge (32 bytes as hex). The
 * address keeps one exchange from using the answer at another.
 */
export const authMessage = (publicUrl: string, spaceId: string, id: string, challenge: string): Bytes =>
  labelled(labels.auth, prefixed(publicUrl), fromHex(spaceId), fromHex(id), fromHex(challenge))
