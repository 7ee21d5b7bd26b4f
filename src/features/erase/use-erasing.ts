import { useState } from 'preact/hooks'
import { eraseWhole, type Erasure } from '../../db/erasure.ts'
import { useOpen } from '../../db/notebook.ts'
import { problemOf } from '../../db/problem.ts'
import { codeOf, exchangeNow } from '../../sync/verbs.ts'

/** What is being erased from this page, or was. */
export type Erasing = { readonly name: string; readonly isBusy: boolean }

/** Erases, and in a shared notebook asks for an exchange at once. Where that fails the wish is kept. */
export function useErasing(): [
  Erasing | undefined,
  (erasure: Erasure, also: Iterable<string>) => Promise<void>,
] {
  const { notebook, onProblem } = useOpen()
  const [erasing, setErasing] = useState<Erasing>()
  const exchange = async (): Promise<void> => {
    await exchangeNow().catch((reason: unknown) => {
      if (codeOf(reason) === 'unexpected') reportError(reason)
    })
  }
  const erase = async ({ row, name }: Erasure, also: Iterable<string>): Promise<void> => {
    if (erasing) return
    setErasing({ name, isBusy: true })
    try {
      if ((await eraseWhole(notebook, [row.id, ...also])) === 'wished') await exchange()
      setErasing({ name, isBusy: false })
    } catch (error) {
      setErasing(undefined)
      onProblem(problemOf(error))
    }
  }
  return [erasing, erase]
}
