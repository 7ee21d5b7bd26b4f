import { limits } from '../limits.ts'
import { hexOf, hexUpTo, isCount, listOf, shaped } from '../shape.ts'

/** A device's signature of a statement, both as hex. */
export type Witness = { readonly device: string; readonly signature: string }

/** A statement as hex, with its signatures. */
export type SignedStatement = { readonly bytes: string; readonly signatures: readonly Witness[] }

/** As the exchange has it; `agreed`: since when enough members have signed it, in milliseconds since 1970; 0 while they haven't. */
export type KnownStatement = SignedStatement & { readonly agreed: number }

export const isStatement = hexUpTo(limits.statement)
export const isWitnesses = listOf(shaped({ device: hexOf(16), signature: hexOf(64) }), 16)
export const isKnownStatement = shaped({ bytes: isStatement, signatures: isWitnesses, agreed: isCount })
