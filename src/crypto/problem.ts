/**
 * keys-refused: this browser can't make, keep or use the device's keys (a private window, an old browser).
 * key-malformed: public key bytes that are no point on P-256.
 * entry-malformed: a roster entry of another shape or version.
 * entry-forged: its hash, its signer or its signature isn't what it claims.
 * seal-refused: what was sealed under this key and for this place isn't what is there.
 * change-malformed: a change that opens, and is none.
 * chunk-malformed: a checkpoint's chunk that opens, and is none.
 * slip-malformed: digits that are no slip's.
 * wrap-refused: the wrap isn't for this device or this place, or the key in it isn't the one that the roster promised.
 */
export type ProblemCode =
  | 'keys-refused'
  | 'key-malformed'
  | 'entry-malformed'
  | 'entry-forged'
  | 'seal-refused'
  | 'change-malformed'
  | 'chunk-malformed'
  | 'slip-malformed'
  | 'wrap-refused'

/** What this folder throws when keys, entries or wraps can't be trusted; `cause` is the platform's own error, if any. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode

  constructor(code: ProblemCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}
