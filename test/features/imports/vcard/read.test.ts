import { describe, expect, test } from 'vitest'
import { readVcards } from '../../../../src/features/imports/vcard/read.ts'
import { fixture, now, only, peopleIn } from './fixtures.ts'

const blank = {
  givenName: '',
  familyName: '',
  shownName: '',
  familyFirst: false,
  role: '',
  organisation: '',
  town: '',
  address: '',
  phones: [],
  emails: [],
  birthday: '',
  languages: [],
  remarks: '',
  groups: [],
  extras: [],
  uid: '',
}
const jpeg = { type: 'image/jpeg', bytes: expect.any(Uint8Array) as Uint8Array }

describe('a file as address books write it', () => {
  test('Outlook: 2.1 in Windows-1252, quoted-printable, labels beside addresses, a photo up to a blank line', () => {
    expect(peopleIn(fixture('outlook-2.1.vcf'))).toEqual([
      {
        ...blank,
        givenName: 'Jürgen Maria',
        familyName: 'Groß',
        shownName: 'Dr. Jürgen Maria Groß',
        role: 'Schriftführer',
        organisation: 'Städtepartnerschaftsverein Moosbrück e. V., Vorstand',
        town: 'Moosbrück',
        address: 'Königsstraße 7 a\n99999 Moosbrück\nBayern\nDeutschland',
        phones: [
          { number: '+49 (8999) 12 34-0', label: 'work' },
          { number: '08999 56 78 90', label: 'landline' },
          { number: '0171 / 000 11 22', label: 'mobile' },
          { number: '+49 (8999) 12 34-9', label: 'fax' },
        ],
        emails: [{ address: 'juergen.gross@moosbrueck.example' }],
        birthday: '1948-02-29',
        remarks:
          'Spricht gut Polnisch; Gästezimmer für zwei Personen\nNicht nach 20 Uhr anrufen\nhttp://partnerschaft.moosbrueck.example/',
        extras: [
          { what: 'anniversary', value: '1972-05-12' },
          { what: 'spouse', value: 'Käthe' },
          { what: 'address', value: 'Rathaus\nMarktplatz 1\n99998 Moosbrück\nBayern\nDeutschland' },
        ],
        photo: jpeg,
      },
    ])
  })

  test('Apple: 3.0 with grouped labels, a birthday without a year, a folded photo, a company and a group', () => {
    expect(peopleIn(fixture('apple-3.0.vcf'))).toEqual([
      {
        ...blank,
        givenName: 'Łucja',
        familyName: 'Żurawska',
        role: 'Przewodnicząca',
        organisation: 'Towarzystwo Miast Partnerskich, Zarząd',
        town: 'Zielone Łęgi',
        address: 'ul. Świętojańska 12\nm. 4\n00-999 Zielone Łęgi\nPolska',
        phones: [
          { number: '+48 600 555 011', label: 'mobile' },
          { number: '+48 22 555 01 02', label: 'work' },
          { number: '+48 600 555 010', label: 'mobile' },
        ],
        emails: [{ address: 'lucja@zurawska.example' }, { address: 'lucja.zurawska@urzad.example' }],
        birthday: '--12-24',
        remarks:
          'Uczulenie: orzechy, sezam\nMówi po niemiecku; trochę po węgiersku\nhttps://towarzystwo.example/łucja',
        groups: ['Zarząd', 'Chór', 'Reisegruppe 2024'],
        extras: [
          { what: 'nickname', value: 'Lusia' },
          { what: 'anniversary', value: '1975-06-07' },
          { what: 'spouse', value: 'Bogdan' },
        ],
        photo: jpeg,
        uid: '6f1f2c0e-1111-4a6b-9a3e-000000000001',
      },
      {
        ...blank,
        shownName: 'Bäckerei Süßmilch',
        organisation: 'Bäckerei Süßmilch',
        phones: [{ number: '08999 4711', label: 'landline' }],
        uid: '6f1f2c0e-1111-4a6b-9a3e-000000000002',
      },
    ])
  })

  test('Google: 3.0 with folded text, escaped commas, its own groups and a photo elsewhere', () => {
    expect(peopleIn(fixture('google-3.0.vcf'))).toEqual([
      {
        ...blank,
        givenName: 'İnci',
        familyName: 'Yıldız',
        shownName: 'Prof. Dr. İnci Yıldız',
        role: 'Dolmetscherin',
        organisation: 'Universität Seedorf',
        town: 'Seedorf',
        address: 'Hauptstr. 5, Hinterhaus\n99997 Seedorf\nDE',
        phones: [
          { number: '+49 170 0001234', label: 'mobile' },
          { number: '030 9999-88', label: 'landline' },
          { number: '030 9999-77', label: 'fax' },
        ],
        emails: [{ address: 'inci@yildiz.example' }, { address: 'i.yildiz@uni.example' }],
        birthday: '1955-11-03',
        remarks:
          'Übersetzt für uns türkisch und deutsch. Diese Anmerkung ist länger als eine Zeile und darum gefaltet, mitten im Wort.\nhttp://www.google.com/profiles/000',
        groups: ['Dolmetscher'],
      },
      {
        ...blank,
        givenName: 'Anna',
        familyName: 'Müller-Lüdenscheid',
        phones: [{ number: '0049 170 0005678', label: 'mobile' }],
        birthday: '--04-12',
      },
    ])
  })

  test('Android: 2.1 in UTF-8, every letter quoted, soft breaks inside a letter', () => {
    const [first, second] = peopleIn(fixture('android-2.1.vcf'))
    expect(first).toEqual({
      ...blank,
      givenName: 'Gyöngyvér',
      familyName: 'Őszi-Tündérvölgyi',
      familyFirst: true,
      organisation: 'Testvérvárosi Kör',
      town: 'Tündérvölgy',
      address: 'Fő utca 3.\n9999 Tündérvölgy\nMagyarország',
      phones: [
        { number: '+36301110000', label: 'mobile' },
        { number: '(06-1) 999-0000', label: 'landline' },
        { number: '+3619990001', label: 'other' },
      ],
      emails: [{ address: 'gyongyver@oszi.example' }],
      birthday: '1951-03-09',
      remarks: 'Szereti a kávét.\nNémetül beszél.',
      extras: [
        { what: 'nickname', value: 'Gyöngyi' },
        { what: 'anniversary', value: '1974-08-17' },
      ],
      photo: { type: 'image/png', bytes: expect.any(Uint8Array) as Uint8Array },
    })
    expect(second).toMatchObject({ givenName: 'Karl', familyName: 'Schulze' })
  })

  test('Nextcloud: 4.0 with data: photo, tel: and mailto:, PREF, an organisation and a group', () => {
    expect(peopleIn(fixture('nextcloud-4.0.vcf'))).toEqual([
      {
        ...blank,
        givenName: 'Björn Nils Erik',
        familyName: 'Åkesson',
        role: 'Kassenwart',
        organisation: 'Freundeskreis Ystrand, Ortsgruppe, Finanzen',
        town: 'Kleinseebad',
        address: 'Postfach 12\nHaus B\nSeeweg 3\n99996 Kleinseebad\nDeutschland',
        phones: [
          { number: '+49-170-555-0001', label: 'mobile' },
          { number: '+49-8999-555-1-12', label: 'landline' },
        ],
        emails: [{ address: 'b.akesson@kleinseebad.example' }, { address: 'bjoern@akesson.example' }],
        birthday: '--02-29',
        languages: ['sv', 'de'],
        remarks: 'Pfad C:\\temp; zweite Zeile\nfolgt\nhttps://akesson.example/a;b',
        groups: ['Vorstand', 'Segeln, Rudern', 'Chor'],
        extras: [
          { what: 'anniversary', value: '1980-06-14' },
          { what: 'spouse', value: 'Märta' },
          { what: 'address', value: 'Storgatan 1\n111 11 Ystrand\nSverige' },
        ],
        photo: { type: 'image/webp', bytes: expect.any(Uint8Array) as Uint8Array },
        uid: '0b9f6a5e-2222-4d2e-8f27-000000000010',
      },
      {
        ...blank,
        shownName: 'Gasthof Zur Brücke',
        phones: [{ number: '08999 1', label: 'work' }],
        uid: '0b9f6a5e-2222-4d2e-8f27-000000000011',
      },
    ])
  })

  test('photos arrive whole, wherever their lines were broken', () => {
    const [outlook] = peopleIn(fixture('outlook-2.1.vcf'))
    const [apple] = peopleIn(fixture('apple-3.0.vcf'))
    expect(outlook?.photo?.bytes).toEqual(apple?.photo?.bytes)
    // A JPEG ends with its end mark.
    expect(apple?.photo?.bytes.slice(-2)).toEqual(Uint8Array.of(0xff, 0xd9))
    const [android] = peopleIn(fixture('android-2.1.vcf'))
    expect(new TextDecoder('latin1').decode(android?.photo?.bytes.slice(-8))).toMatch(/^IEND/)
  })

  test('Hungarian cards put the family name first', () => {
    expect(peopleIn(fixture('hungarian-3.0.vcf'))).toMatchObject([
      {
        givenName: 'Ödön',
        familyName: 'Szűcs',
        shownName: 'id. Szűcs Ödön',
        familyFirst: true,
        phones: [
          { number: '+36 20 999 1234', label: 'mobile' },
          { number: '+36 1 999 1234', label: 'landline' },
        ],
        birthday: '1946-01-30',
        languages: ['hu'],
      },
      { givenName: 'Tünde', familyName: 'Kőműves', shownName: '', familyFirst: true },
      { givenName: 'Béla', familyName: 'Űrhajós', shownName: '', familyFirst: true },
    ])
  })
})

describe('charsets', () => {
  test('declared Windows-1250 and ISO-8859-2, and values without a charset beside them', () => {
    expect(only(peopleIn(fixture('polish-2.1.vcf')))).toMatchObject({
      givenName: 'Święcisław',
      familyName: 'Dźwięczyński',
      familyFirst: false,
      organisation: 'Urząd Gminy Żółte Brzegi',
      address: 'ul. Łąkowa 8\n00-998 Żółte Brzegi\nPolska',
      remarks: 'Zaprasza na święto źródeł',
    })
  })

  test.each([
    ['polish-2.1-undeclared.vcf', 'Małgorzata', 'Wąsowska'],
    ['hungarian-2.1-undeclared.vcf', 'Jenő', 'Fűtő'],
    ['windows-1252.vcf', 'Bärbel', 'Weiß'],
    ['utf-16le.vcf', 'Żaneta', 'Łoś'],
    ['utf-16be.vcf', 'Żaneta', 'Łoś'],
    ['utf-16-without-mark.vcf', 'Żaneta', 'Łoś'],
  ])('%s is %s %s', (name, givenName, familyName) => {
    expect(only(peopleIn(fixture(name)))).toMatchObject({ givenName, familyName })
  })

  test('a byte order mark may stand at the beginning and where two files were joined', () => {
    expect(peopleIn(fixture('utf-8-with-mark.vcf')).map(({ familyName }) => familyName)).toEqual([
      'Łoś',
      'Sowa',
    ])
  })
})

describe('files that are wrong', () => {
  test('cards without END, without VERSION, blank ones and unreadable ones', () => {
    const result = readVcards(fixture('broken-missing-end.vcf'), { now })
    expect(result).toMatchObject({ ok: true, unreadable: 1 })
    expect(peopleIn(fixture('broken-missing-end.vcf'))).toEqual([
      { ...blank, givenName: 'Erna', familyName: 'Eins', phones: [{ number: '1 23', label: 'other' }] },
      {
        ...blank,
        givenName: 'Otto',
        familyName: 'Zwei',
        phones: [{ number: '4 56', label: 'other' }],
        remarks: 'Ende fehlt',
      },
      { ...blank, givenName: 'Toni', familyName: 'Drei', emails: [{ address: 'toni@drei.example' }] },
    ])
  })

  test('the cards of agents are left out, the lines behind them kept', () => {
    expect(only(peopleIn(fixture('agent-2.1.vcf')))).toEqual({
      ...blank,
      givenName: 'Grete',
      familyName: 'Lehmann',
      phones: [{ number: '089 1234', label: 'landline' }],
    })
  })

  test.each([
    ['broken-only.vcf', 'broken'],
    ['blank.vcf', 'empty'],
    ['calendar.vcf', 'not-a-vcard'],
  ])('%s gives the problem %s', (name, problem) => {
    expect(readVcards(fixture(name))).toEqual({ ok: false, problem })
  })

  test('no bytes, and white space alone, are empty', () => {
    expect(readVcards(new Uint8Array())).toEqual({ ok: false, problem: 'empty' })
    expect(readVcards(Uint8Array.of(0x0d, 0x0a, 0x20))).toEqual({ ok: false, problem: 'empty' })
  })
})
