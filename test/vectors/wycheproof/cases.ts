import { readdirSync, readFileSync } from 'node:fs'

/** What every case of Wycheproof has: what a right implementation says to it, or that it may say either. */
export type Case = {
  readonly tcId: number
  readonly comment: string
  readonly result: 'valid' | 'invalid' | 'acceptable'
  readonly flags: readonly string[]
}

type Hex<Names extends string> = Readonly<Record<Names, string>>
export type Files = {
  ecdsa_secp256r1_sha256_p1363: Case & Hex<'public' | 'msg' | 'sig'>
  ecdh_secp256r1_ecpoint: Case & Hex<'public' | 'private' | 'shared'>
  aes_gcm: Case & Hex<'key' | 'iv' | 'aad' | 'msg' | 'ct' | 'tag'>
  hkdf_sha256: Case & Hex<'ikm' | 'salt' | 'info' | 'okm'> & { readonly size: number }
}

type File<Kind> = {
  readonly numberOfTests: number
  readonly leftOut: Readonly<Record<string, number>>
  readonly tests: readonly Kind[]
}

const folder = 'test/vectors/wycheproof'

function read<Name extends keyof Files>(name: Name): File<Files[Name]> {
  return JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as File<Files[Name]>
}

export const casesOf = <Name extends keyof Files>(name: Name): readonly Files[Name][] => read(name).tests

/** How many cases of each file are not kept here, by reason; throws if others are missing. */
export function leftOut(): Record<string, Readonly<Record<string, number>>> {
  const names = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return Object.fromEntries(
    names.map((file) => {
      const name = file.slice(0, -'.json'.length) as keyof Files
      const { numberOfTests, leftOut: reasons, tests } = read(name)
      const told = Object.values(reasons).reduce((sum, count) => sum + count, 0)
      if (tests.length + told !== numberOfTests) throw new Error(`cases are missing in ${file}`)
      return [name, reasons]
    }),
  )
}

/** How many cases went how; whoever reads the test sees that none was left out. */
export async function tally<Kind extends Case>(
  cases: readonly Kind[],
  judge: (one: Kind) => Promise<string>,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const one of cases) {
    const said = `${one.result}${one.result === 'acceptable' ? ` (${one.flags.join()})` : ''}: ${await judge(one)}`
    counts[said] = (counts[said] ?? 0) + 1
  }
  return counts
}
