import type { TargetMaker } from './target.ts'

/** Everything that reads what others wrote. Loaded one by one: some need the whole app. */
export const targets: { readonly [name: string]: () => Promise<TargetMaker> } = {
  canonical: async () => (await import('./targets/canonical.ts')).canonical,
  change: async () => (await import('./targets/change.ts')).change,
  run: async () => (await import('./targets/run.ts')).run,
  entry: async () => (await import('./targets/entry.ts')).entry,
  roster: async () => (await import('./targets/roster.ts')).roster,
  digits: async () => (await import('./targets/slip.ts')).digits,
  box: async () => (await import('./targets/slip.ts')).box,
  name: async () => (await import('./targets/slip.ts')).name,
  wrap: async () => (await import('./targets/slip.ts')).wrap,
  statement: async () => (await import('./targets/checkpoint.ts')).statement,
  chunk: async () => (await import('./targets/checkpoint.ts')).chunk,
  codec: async () => (await import('./targets/codec.ts')).codec,
  endpoint: async () => (await import('./targets/endpoint.ts')).endpoint,
  answers: async () => (await import('./targets/answers.ts')).answers,
}
