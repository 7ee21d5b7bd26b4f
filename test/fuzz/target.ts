import type { Chance } from '../../bench/random.ts'
import { Malformed, sameBytes, type Bytes } from '../../src/shared/bytes.ts'
import { Problem } from '../../src/crypto/problem.ts'

export type Verdict = 'accepted' | 'refused'

/** Something that reads what others wrote. */
export type Target = {
  /** An input: valid, or broken in a way that knows how it is made. */
  readonly make: (chance: Chance) => Promise<Bytes>
  /** Gives it to the code under test. Throws whatever shouldn't be: another exception than a named one, or Wrong. */
  readonly judge: (input: Bytes) => Promise<Verdict>
}

/** Prepares a target in the process that tries it. */
export type TargetMaker = () => Promise<Target>

/** Something was accepted that says another thing, or changed what it must not. */
export class Wrong extends Error {
  override readonly name = 'Wrong'
}

export function demand(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Wrong(what)
}

export const demandSame = (one: Uint8Array, other: Uint8Array, what: string): void =>
  demand(sameBytes(one, other), what)

/** The names that a reader of bytes may refuse by. */
export const isNamed = (error: unknown): boolean => error instanceof Malformed || error instanceof Problem

/** Accepted if `read` ends well, refused if it throws what is named; anything else is thrown on. */
export async function verdictOf(
  read: () => unknown,
  named: (error: unknown) => boolean = isNamed,
): Promise<Verdict> {
  try {
    await read()
    return 'accepted'
  } catch (error) {
    if (named(error)) return 'refused'
    throw error
  }
}
