import { describe, expect, it } from 'vitest'
import type { Suggested, Told } from '../../../src/features/fit/question.ts'
import { isThin, reasonWords } from '../../../src/features/fit/words.ts'
import type { Language } from '../../../src/shared/language.ts'
import { wordsIn } from '../../house/open.tsx'

const town = (reasons: readonly Told[], more: Partial<Suggested> = {}): Suggested => ({
  id: 'b',
  name: 'Bełchatów',
  country: 'PL',
  lat: 51.37,
  lon: 19.36,
  people: 63_123,
  partners: 2,
  reasons,
  ...more,
})

const say = (one: Suggested, own = 72_000, language: Language = 'de'): string[] =>
  reasonWords(one, own, { t: wordsIn(language), language }).map((words) => words.replaceAll('\u00A0', ' '))

const network: Told = { part: 'network', via: ['Myślenice'] }

describe('the words of the reasons', () => {
  it('are sentences in the order of their weight', () => {
    const reasons: Told[] = [
      network,
      { part: 'size', via: [] },
      { part: 'nearness', via: [], km: 815.4 },
      { part: 'friends', via: ['Brighouse', 'Kehl'] },
      { part: 'region', via: [] },
    ]
    expect(say(town(reasons))).toEqual([
      'Ihr Partner Myślenice ist auch mit Bełchatów verbunden.',
      'Ähnlich groß: 63.100 Einwohner.',
      '815 km entfernt.',
      'Über zwei Ecken verbunden: Brighouse und Kehl.',
    ])
    expect(say(town(reasons.slice(3)))).toEqual([
      'Über zwei Ecken verbunden: Brighouse und Kehl.',
      'Orte Ihrer Gegend haben Partner in dieser Gegend.',
    ])
  })

  it('leave names as they are, in every language', () => {
    const one = town([{ part: 'network', via: ['Myślenice', 'Brighouse'] }])
    expect(say(one, 1, 'en')).toEqual([
      'Your partners Myślenice and Brighouse are also linked with Bełchatów.',
    ])
    expect(say(one, 1, 'pl')).toEqual([
      'Miasta partnerskie Myślenice i Brighouse są połączone także z miejscowością Bełchatów.',
    ])
    expect(say(one, 1, 'hu')).toEqual([
      'Közös testvértelepülések: Myślenice és Brighouse. Ezzel is kapcsolatban állnak: Bełchatów.',
    ])
  })

  it('call a size alike only within twice as much', () => {
    const size: Told = { part: 'size', via: [] }
    expect(say(town([size]), 31_600)).toEqual(['Ähnlich groß: 63.100 Einwohner.'])
    expect(say(town([size]), 31_500)).toEqual(['Auch die Größe passt: 63.100 Einwohner.'])
  })

  it('say last what is missing, and of the own town only once, elsewhere', () => {
    const missing: Told = { part: 'size', via: [], missing: true }
    expect(say(town([missing, network], { people: 0 }))).toEqual([
      'Ihr Partner Myślenice ist auch mit Bełchatów verbunden.',
      'Einwohnerzahl unbekannt.',
    ])
    expect(say(town([missing]), 0)).toEqual([])
  })

  it('mark a town of which little is known', () => {
    expect(isThin(town([network]))).toBe(false)
    expect(isThin(town([network, { part: 'data', via: [] }]))).toBe(true)
    expect(say(town([{ part: 'data', via: [] }]))).toEqual([])
  })
})
