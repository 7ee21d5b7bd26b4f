import { expect, test } from 'vitest'
import { beginOpening } from '../../src/app/opening.ts'

test('a refusal that comes before the app waits for it is kept, and no exception to the browser', async () => {
  const unheard: unknown[] = []
  const note = (reason: unknown): void => void unheard.push(reason)
  process.on('unhandledRejection', note)
  // There is no database here at all: opening is refused at once.
  const opening = beginOpening()
  await new Promise((resolve) => setTimeout(resolve, 100))
  process.off('unhandledRejection', note)
  expect(unheard).toEqual([])
  await expect(opening.open).rejects.toThrow()
})
