// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { Row } from '../../../src/db/show.ts'
import { languageOfTown, partnerText } from '../../../src/features/ideas/partner-text.ts'
import { mailTo } from '../../../src/shared/mail-to.ts'
import { questions, questionWords } from '../../../src/features/ideas/questions.ts'
import { languages, type Language } from '../../../src/shared/language.ts'
import { wordsIn } from '../../house/open.tsx'
import { whole } from './fill.ts'

const textIn = (language: Language, fields: Record<string, string | number> = whole): string =>
  partnerText({ fields, people: ['Helga Brandt'], t: wordsIn(language), language })

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('the text for the partner side', () => {
  it.each(languages)(
    'has the headings of all questions in %s, the answers as they were written',
    (language) => {
      const text = textIn(language)
      const t = wordsIn(language)
      for (const question of questions.filter((one) => one !== 'title'))
        expect(text).toContain(`\n\n${t(questionWords[question].name).replaceAll('\u00AD', '')}\n`)
      expect(text).not.toContain('\u00AD')
      for (const name of ['title', 'goal', 'partners', 'steps', 'risks', 'success'] as const)
        expect(text).toContain(whole[name])
    },
  )

  it('names the language of the answers where it is not that of the questions, in the reader’s words', () => {
    expect(textIn('pl')).toContain('Język odpowiedzi: niemiecki')
    expect(textIn('hu')).toContain('A válaszok nyelve: német')
    expect(textIn('en')).toContain('Language of the answers: German')
    expect(textIn('de')).not.toContain('Sprache der Antworten')
  })

  it('says days, money and place in the language of the questions', () => {
    const text = plain(textIn('hu'))
    expect(text).toContain('2027. március 6., szombat\nTartalék nap: 2027. március 13., szombat')
    expect(text).toContain('Összesen: 400 EUR\nÖnrész: 100,50 EUR')
    expect(text).toContain('Az interneten: Jede Küche')
  })

  it('leaves out what nobody answered', () => {
    expect(textIn('en', { title: 'Choir book', goal: 'Singing', language: 'en' })).toBe(
      'Choir book\n\nWhat for\nSinging\n\nWho with\nHelga Brandt',
    )
  })

  it('goes into a mail, unless it is too long for one', () => {
    expect(mailTo('Ein & zwei', 'a\nb')).toBe('mailto:?subject=Ein%20%26%20zwei&body=a%0D%0Ab')
    expect(mailTo('Lang', 'ű'.repeat(2000))).toBe('')
  })
})

describe('the language of the partner town', () => {
  const person = (town: string, ...spoken: string[]): Row =>
    ({
      fields: { town, ...Object.fromEntries(spoken.map((code) => [`languages/${code}`, true])) },
    }) as unknown as Row

  it('is the one that most people there speak, another than the reader’s where there is one', () => {
    const people = [person('Pécs', 'hu', 'de'), person('pecs ', 'de', 'fr'), person('Köln', 'pl')]
    expect(languageOfTown('Pécs', people, 'de')).toBe('hu')
    expect(languageOfTown('Pécs', people, 'hu')).toBe('de')
  })

  it('is unknown without a town, or where nobody’s languages are', () => {
    expect(languageOfTown('', [person('', 'pl')], 'de')).toBeUndefined()
    expect(languageOfTown('Pécs', [person('Pécs'), person('Pécs', 'fr')], 'de')).toBeUndefined()
  })
})
