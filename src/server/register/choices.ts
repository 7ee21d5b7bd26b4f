import { queryTokens } from '../../shared/query.ts'
import { isCountry } from '../../shared/register/content.ts'
import { entryTypes, type EntryType } from '../../shared/register/words.ts'

/** What somebody chose to see, by the address: nothing in it is believed, and what makes no sense is left out. */
export type Choice = {
  readonly type: EntryType | ''
  readonly country: string
  readonly seeks: boolean
  readonly text: string
  /** From 1 on. */
  readonly page: number
}

const longest = 100
const mostWords = 6
const mostPages = 10_000

export function readChoice(asked: URLSearchParams): Choice {
  const [country, page] = [asked.get('country') ?? '', Number(asked.get('page') ?? 1)]
  return {
    type: entryTypes.find((type) => type === asked.get('type')) ?? '',
    country: isCountry(country) ? country : '',
    seeks: asked.get('seeks') === '1',
    text: (asked.get('q') ?? '')
      .slice(0, longest)
      .replace(/\p{Cc}/gu, ' ')
      .trim(),
    page: Number.isInteger(page) && page >= 1 && page <= mostPages ? page : 1,
  }
}

/** By what one looks: of each inner list one string must begin a word. */
export const wordsOf = (text: string): string[][] => queryTokens(text).slice(0, mostWords)

/** The choice as an address has it, with another page: '' for nothing chosen. */
export function queryOf({ type, country, seeks, text, page }: Choice, other = page): string {
  const query = new URLSearchParams({
    ...(type ? { type } : {}),
    ...(country ? { country } : {}),
    ...(seeks ? { seeks: '1' } : {}),
    ...(text ? { q: text } : {}),
    ...(other > 1 ? { page: String(other) } : {}),
  }).toString()
  return query && `?${query}`
}
