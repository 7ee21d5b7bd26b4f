import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { wordsInParts } from '../../.ci/words.ts'
import { languages } from '../../src/shared/language.ts'
import { flatten } from '../house/locales.ts'

type Load = (id: string) => string | null
const load = wordsInParts().load as unknown as Load

const partOf = (id: string): Record<string, string> =>
  flatten(JSON.parse((load(`\0virtual:words/${id}`) ?? '').replace('export default ', '')) as object)

const wholeOf = (language: string): object =>
  JSON.parse(readFileSync(`locales/${language}.json`, 'utf8')) as object

describe('the texts in parts', () => {
  it.each(languages)('are all there in %s, each in one part', (language) => {
    const whole = wholeOf(language)
    const keys = ['first', 'ui', 'welcome', 'saved', 'rest'].flatMap((name) =>
      Object.keys(partOf(`${language}/${name}`)),
    )
    expect(keys.sort()).toEqual(Object.keys(flatten(whole)).sort())
  })

  it('give the first screen what it says, all plural forms included, and little else', () => {
    const first = Object.keys(partOf('pl/first'))
    expect(first).toEqual(expect.arrayContaining(['start.title', 'ui.help', 'app.places', 'events.title']))
    expect(first.filter((key) => key.startsWith('backup.'))).toEqual(['backup.title'])
  })

  it('can be loaded by name', () => {
    expect(load('\0virtual:words')).toContain("'hu/rest': () => import('virtual:words/hu/rest')")
  })
})
