import { describe, expect, it } from 'vitest'
import type { Suggested, Told } from '../../../src/features/fit/question.ts'
import { checkWords, missingWords, reasonWords } from '../../../src/features/fit/words.ts'
import { languages, type Language } from '../../../src/shared/language.ts'
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
  checks: [],
  ...more,
})

/** As it is read: without the places where a word may break, and with plain spaces. */
const plain = (words: readonly string[]): string[] =>
  words.map((one) => one.replaceAll('\u00AD', '').replaceAll(/[\u00A0\u202F]/g, ' '))

const saying = (language: Language, own = 72_000, isOurs = true) => ({
  t: wordsIn(language),
  language,
  own,
  isOurs,
})

const say = (one: Suggested, own = 72_000, language: Language = 'de', isOurs = true): string[] =>
  plain(reasonWords(one, saying(language, own, isOurs)))

const network: Told = { part: 'network', via: ['Myślenice'] }
const size: Told = { part: 'size', via: [] }

const every: readonly Told[] = [
  network,
  { part: 'network', via: ['Myślenice', 'Brighouse'] },
  { part: 'network', via: [] },
  { part: 'friends', via: ['Brighouse', 'Kehl'] },
  { part: 'friends', via: [] },
  size,
  { part: 'nearness', via: [], km: 1815.4 },
  { part: 'region', via: ['Unna', 'Ajka'] },
  { part: 'region', via: [] },
  { part: 'region', via: ['Unna', 'Bełchatów'] },
  { part: 'ties', via: [] },
  { part: 'name', via: [] },
]

describe('the words of the reasons', () => {
  it('are sentences in the order of their weight, no more than four', () => {
    const reasons: Told[] = [
      network,
      size,
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

  it.each([
    [
      'de',
      [
        'Ihr Partner Myślenice ist auch mit Bełchatów verbunden.',
        'Ihre Partner Myślenice und Brighouse sind auch mit Bełchatów verbunden.',
        'Sie haben gemeinsame Partner.',
        'Über zwei Ecken verbunden: Brighouse und Kehl.',
        'Über mehrere Ecken verbunden.',
        'Ähnlich groß: 63.100 Einwohner.',
        '1.815 km entfernt.',
        'Orte Ihrer Gegend haben Partner in dieser Gegend, etwa Unna mit Ajka.',
        'Orte Ihrer Gegend haben Partner in dieser Gegend.',
        'Auch Unna in der Nähe hat diesen Partner.',
        'Bisher sind 2 Partnerorte bekannt.',
        'Die Namen ähneln sich.',
      ],
    ],
    [
      'en',
      [
        'Your partner Myślenice is also linked with Bełchatów.',
        'Your partners Myślenice and Brighouse are also linked with Bełchatów.',
        'You have partners in common.',
        'Linked through two others: Brighouse and Kehl.',
        'Linked through several others.',
        'About your size: 63,100 inhabitants.',
        '1,815 km away.',
        'Towns near you have partners in that area, such as Unna with Ajka.',
        'Towns near you have partners in that area.',
        'Unna nearby has this partner too.',
        '2 twin towns are known so far.',
        'The names are alike.',
      ],
    ],
    [
      'pl',
      [
        'Miasto partnerskie Myślenice jest połączone także z miejscowością Bełchatów.',
        'Miasta partnerskie Myślenice i Brighouse są połączone także z miejscowością Bełchatów.',
        'Są wspólne miasta partnerskie.',
        'Połączenie przez dwie miejscowości: Brighouse i Kehl.',
        'Połączenie przez kilka miejscowości.',
        'Podobna wielkość: 63 100 mieszkańców.',
        'Odległość: 1815 km.',
        'Miejscowości z okolicy mają partnerów w tamtej okolicy, na przykład Unna – Ajka.',
        'Miejscowości z okolicy mają partnerów w tamtej okolicy.',
        'Takie partnerstwo jest już w okolicy: Unna.',
        'Znane dotąd 2 miejscowości partnerskie.',
        'Nazwy są podobne.',
      ],
    ],
    [
      'hu',
      [
        'Myślenice az Önök testvértelepülése, és ezzel is kapcsolatban áll: Bełchatów.',
        'Myślenice és Brighouse az Önök testvértelepülései, és ezzel is kapcsolatban állnak: Bełchatów.',
        'Vannak közös testvértelepülések.',
        'Két településen át kapcsolódnak: Brighouse és Kehl.',
        'Több településen át kapcsolódnak.',
        'Hasonló méretű: 63 100 lakos.',
        'Távolság: 1815 km.',
        'A környékbelieknek azon a vidéken vannak testvértelepüléseik, például Unna – Ajka.',
        'A környékbelieknek azon a vidéken vannak testvértelepüléseik.',
        'A közelben már van ilyen kapcsolat: Unna.',
        'Eddig 2 testvértelepülése ismert.',
        'A nevek hasonlítanak.',
      ],
    ],
  ] as const)('are whole sentences in %s, with the names of towns as they are', (language, sentences) =>
    expect(every.flatMap((reason) => say(town([reason]), 72_000, language))).toEqual(sentences),
  )

  it('speak of nobody’s own partners where the town is another one', () => {
    const reasons = every.slice(0, 4)
    expect(say(town(reasons), 72_000, 'de', false).slice(0, 2)).toEqual([
      'Gemeinsamer Partner: Myślenice.',
      'Gemeinsame Partner: Myślenice und Brighouse.',
    ])
    for (const language of languages) {
      const spoken = every.flatMap((reason) => say(town([reason]), 72_000, language, false)).join(' ')
      expect(spoken).not.toMatch(/Ihr|your|near you|\byou\b|Önök|z okolicy/i)
      expect(spoken).not.toContain('{{')
    }
  })

  it.each([
    [1, 'Znana dotąd 1 miejscowość partnerska.'],
    [4, 'Znane dotąd 4 miejscowości partnerskie.'],
    [5, 'Znanych dotąd 5 miejscowości partnerskich.'],
    [22, 'Znane dotąd 22 miejscowości partnerskie.'],
    [112, 'Znanych dotąd 112 miejscowości partnerskich.'],
  ])('count %i as Polish does', (partners, words) =>
    expect(say(town([{ part: 'ties', via: [] }], { partners }), 1, 'pl')).toEqual([words]),
  )

  it('call a size alike only within twice as much, and else say which is larger', () => {
    expect(say(town([size]), 31_600)).toEqual(['Ähnlich groß: 63.100 Einwohner.'])
    expect(say(town([size]), 31_500)).toEqual(['Größer: 63.100 Einwohner.'])
    expect(say(town([size]), 126_300)).toEqual(['Kleiner: 63.100 Einwohner.'])
  })

  it('say nothing of a size that is not known: neither of one nor of the other', () => {
    const missing: Told = { ...size, missing: true }
    const words = ['Ihr Partner Myślenice ist auch mit Bełchatów verbunden.']
    expect(say(town([missing, network], { people: 0 }))).toEqual(words)
    expect(say(town([missing, network]), 0)).toEqual(words)
  })
})

describe('what is missing', () => {
  it.each([
    ['de', 'Einwohnerzahl unbekannt.', 'Noch kein Partnerort bekannt.'],
    ['en', 'Population not known.', 'No twin town known yet.'],
    ['pl', 'Liczba mieszkańców nieznana.', 'Miejscowości partnerskie nieznane.'],
    ['hu', 'A lakosok száma ismeretlen.', 'Testvértelepülése még nem ismert.'],
  ] as const)('is said in %s', (language, people, partners) => {
    const missing = (more: Partial<Suggested>): string[] =>
      plain(missingWords(town([network], more), { t: wordsIn(language) }))
    expect(missing({})).toEqual([])
    expect(missing({ people: 0 })).toEqual([people])
    expect(missing({ people: 0, partners: 0 })).toEqual([people, partners])
  })
})

describe('what somebody has to check', () => {
  const checks: Suggested['checks'] = [
    { why: 'resting', towns: ['Unna', 'Ajka'] },
    { why: 'ended', towns: ['Unna', 'Ajka'] },
    { why: 'wartime', towns: ['Unna', 'Ajka'] },
    { why: 'war', towns: ['Taganrog', 'Lwiw'] },
  ]
  it.each([
    [
      'de',
      [
        'Die Verbindung Unna – Ajka ruht.',
        'Die Verbindung Unna – Ajka ist beendet.',
        'Die Verbindung Unna – Ajka begann im Krieg.',
        'Seit 2022 hat der Krieg viel verändert, auch hier: Taganrog und Lwiw.',
      ],
    ],
    [
      'en',
      [
        'The link Unna – Ajka is resting.',
        'The link Unna – Ajka has ended.',
        'The link Unna – Ajka began in wartime.',
        'The war has changed much since 2022, here too: Taganrog and Lwiw.',
      ],
    ],
    [
      'pl',
      [
        'Partnerstwo Unna – Ajka jest w zawieszeniu.',
        'Partnerstwo Unna – Ajka jest zakończone.',
        'Partnerstwo Unna – Ajka powstało w czasie wojny.',
        'Od 2022 roku wojna wiele zmieniła, także tutaj: Taganrog i Lwiw.',
      ],
    ],
    [
      'hu',
      [
        'Unna – Ajka: ez a kapcsolat szünetel.',
        'Unna – Ajka: ez a kapcsolat véget ért.',
        'Unna – Ajka: ez a kapcsolat háborúban jött létre.',
        '2022 óta a háború sok mindent megváltoztatott, itt is: Taganrog és Lwiw.',
      ],
    ],
  ] as const)('is said in %s, one sentence each', (language, sentences) =>
    expect(plain(checkWords(town([], { checks }), saying(language)))).toEqual(sentences),
  )
})
