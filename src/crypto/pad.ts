import { concat, Malformed, type Bytes } from '../shared/bytes.ts'

/** JSON with zeros behind it up to a length, so that its own isn't told. RangeError if it is longer already. */
export const pad = (json: Bytes, length: number): Bytes => concat(json, new Uint8Array(length - json.length))

/** The JSON of it: there is no zero in JSON. Throws Malformed if something else stands behind it. */
export function unpad(plain: Bytes): Bytes {
  const zero = plain.indexOf(0)
  const end = zero < 0 ? plain.length : zero
  if (plain.subarray(end).some((byte) => byte !== 0)) throw new Malformed('padded otherwise')
  return plain.slice(0, end)
}
