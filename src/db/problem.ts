import { Problem as CryptoProblem } from '../crypto/problem.ts'

/** What can go wrong with keeping; each is worded once, in locales under `ui.problem`. */
export const problemCodes = [
  'full',
  'blocked',
  'gone',
  'refused',
  'too-long',
  'old-version',
  'read-only',
  'unknown',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** A problem with a name that a screen can word. */
export class NotebookProblem extends Error {
  readonly code: ProblemCode
  constructor(code: ProblemCode, cause?: unknown) {
    super(code, { cause })
    this.name = 'NotebookProblem'
    this.code = code
  }
}

const codeByName: { readonly [name: string]: ProblemCode } = {
  QuotaExceededError: 'full',
  VersionError: 'old-version',
  SecurityError: 'refused',
  'keys-refused': 'refused',
  MissingAPIError: 'refused',
}

/** The named problem behind whatever a database call threw. */
export function problemOf(error: unknown): NotebookProblem {
  if (error instanceof NotebookProblem) return error
  const names: string[] = []
  for (let one: unknown = error, depth = 0; one instanceof Error && depth < 4; depth += 1) {
    names.push(one.name)
    if (one instanceof CryptoProblem) names.push(one.code)
    one = 'inner' in one && one.inner ? one.inner : one.cause
  }
  const code = names.map((name) => codeByName[name]).find(Boolean)
  return new NotebookProblem(code ?? 'unknown', error)
}
