import { queryTokens } from '../src/shared/query.ts'
import { press, probeWhenQuiet, until, type Tab } from './browser.ts'
import type { Clock } from './clock.ts'

/** A screen with a list and a field to search in it. */
export type Searched = {
  /** Where a link leads to it, '' for where the app begins, and that link. */
  readonly from: string
  readonly link: string
  /** What stands there once the whole list does. */
  readonly listed: string
  /** Milliseconds without a change after which nothing more is awaited. */
  readonly quiet: number
  /** What is true in the page once it shows the result of this query. */
  readonly shows: (query: string) => string
}

/** The beginnings of words that these keystrokes look for, each as its last token. */
export const beginningsOf = (queries: readonly string[]): string[] =>
  queries.flatMap((query) =>
    [...query].flatMap((_, at) => queryTokens(query.slice(0, at + 1)).at(-1)?.[0] ?? []),
  )

/** Milliseconds from the tap on the link until the list is painted, in an app that was started anew. */
export async function openList(
  tab: Tab,
  { from, link, listed, quiet }: Searched,
  address: string,
): Promise<number> {
  await tab.page.goto('about:blank')
  await tab.page.goto(address + from)
  await tab.page.waitForSelector(link)
  await probeWhenQuiet(tab, quiet)
  await tab.page.click(link)
  await tab.page.waitForSelector(listed)
  const { inputAt, paintedAt } = await probeWhenQuiet(tab, quiet)
  return paintedAt - inputAt
}

/** Types a query; milliseconds from each key to the painted result, without keys that change nothing. */
async function type(tab: Tab, { listed, quiet, shows }: Searched, query: string): Promise<number[]> {
  await tab.page.fill('input[type=search]', '')
  await tab.page.waitForSelector(listed)
  await probeWhenQuiet(tab, quiet)
  await tab.page.focus('input[type=search]')
  const spans: number[] = []
  for (let at = 1; at <= query.length; at += 1) {
    await press(tab, query.charAt(at - 1))
    await until(tab, shows(query.slice(0, at)))
    const { inputAt, changedAt, paintedAt } = await probeWhenQuiet(tab, quiet)
    if (changedAt > inputAt) spans.push(paintedAt - inputAt)
  }
  return spans
}

/** The same for all of these queries, as long as there is time, for the first of them in any case. */
export async function typeAll(
  tab: Tab,
  searched: Searched,
  queries: readonly string[],
  clock: Clock,
): Promise<number[]> {
  const keys: number[] = []
  for (const query of queries) {
    if (keys.length > 0 && clock.left() < 0) break
    keys.push(...(await type(tab, searched, query)))
  }
  return keys
}
