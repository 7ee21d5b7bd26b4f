type Device = Readonly<Record<'signSecret' | 'sign' | 'agreeSecret' | 'agree' | 'id', string>>
type Box = { readonly own: boolean } & Readonly<
  Record<'sign' | 'signPoint' | 'agree' | 'agreePoint' | 'space' | 'head', string>
>
type Told = { readonly kind: 'change' | 'void' } & Readonly<
  Record<'recordId' | 'nonce' | 'json' | 'header' | 'ciphertext' | 'hash', string>
>

export type Slip = Readonly<
  Record<'secret' | 'digits' | 'stretched' | 'id' | 'boxKey' | 'boxNonce', string>
> & {
  readonly box: Box
}
export type ToldRun = Readonly<Record<'rosterHead' | 'message' | 'signature' | 'bytes', string>> & {
  readonly envelopes: readonly Told[]
}
export type Name = { readonly epoch: number } & Readonly<
  Record<'of' | 'nonce' | 'name' | 'device' | 'sealed', string>
>

/** docs/vectors/p1.json */
export type Vectors = {
  readonly labels: Readonly<Record<string, string>>
  readonly devices: Readonly<Record<'first' | 'second' | 'third' | 'fourth', Device>>
  readonly epoch: Readonly<Record<'key' | 'check' | 'sealKeyOfFirst' | 'sealKeyOfSecond' | 'nameKey', string>>
  readonly nextEpoch: Readonly<
    Record<'key' | 'check' | 'backKey' | 'back' | 'sealKeyOfSecond' | 'nameKey', string>
  >
  readonly slip: Slip
  readonly sheet: Slip
  readonly wraps: readonly string[]
  readonly roster: {
    readonly spaceId: string
    readonly entries: readonly {
      readonly bytes: string
      readonly head: string
      readonly signatures: readonly string[]
    }[]
  }
  readonly names: readonly Name[]
  readonly runs: readonly ToldRun[]
  readonly erasedRun: Readonly<Record<'record' | 'bytes', string>>
  readonly checkpoint: Readonly<Record<'n' | 'index' | 'count', number>> &
    Readonly<Record<'key' | 'lines' | 'mark', string>> & {
      readonly chunks: readonly (Readonly<Record<'text' | 'nonce' | 'sealed', string>> & {
        readonly parts: readonly string[]
      })[]
    }
  readonly statement: Readonly<Record<'json' | 'id' | 'message' | 'signature', string>>
  readonly photo: {
    readonly id: string
    readonly key: string
    readonly pieces: readonly Readonly<Record<'plain' | 'sealed', string>>[]
  }
  readonly leftover: Readonly<Record<'device' | 'key' | 'nonce' | 'json' | 'file', string>>
  readonly auth: Readonly<Record<'publicUrl' | 'challenge' | 'message' | 'signature', string>>
  readonly log: readonly string[]
  readonly register: Readonly<Record<'publisher' | 'statement' | 'message' | 'signature', string>>
  readonly padding: readonly (readonly [number, number])[]
  readonly canonical: readonly (readonly [json: string, bytes: string])[]
}
