import type { endpoints } from '../../shared/exchange/endpoints.ts'
import type { House, OpenHandler } from './house.ts'
import { refuse } from './refuse.ts'

type Question = { readonly entry: string; readonly text: string; readonly mail: string }

/** Keeps a report for the operator: what was written, and nothing of who wrote it. 'unknown' if nothing stands there. */
export async function takeReport(
  house: House,
  { entry, text, mail }: Question,
  address: string,
): Promise<void> {
  const { store, now, often } = house
  const kept = await store.publicEntry(entry)
  if (!kept?.isShown) refuse('unknown')
  const wait = often.reports.take(address)
  if (wait > 0) refuse('too-often', wait)
  await store.keepReport({ entry, text, mail, at: now() })
}

type Report = typeof endpoints.report
/** A report by the app. */
export const report: OpenHandler<Report> = async (house, question, address) => {
  await takeReport(house, question, address)
  return {}
}
