import { describe, expect, test } from 'vitest'
import { concat } from '../../../../src/shared/bytes.ts'
import { fixture, only, peopleIn, personOf, textBytes } from './fixtures.ts'

describe('names', () => {
  test.each([
    [['N:Schmidt;Anna', 'FN:Anna Schmidt'], 'Anna', 'Schmidt', '', false],
    [['N:Schmidt;Anna', 'FN:Schmidt\\, Anna'], 'Anna', 'Schmidt', '', false],
    [['N:Schmidt;Anna', 'FN:Schmidt Anna'], 'Anna', 'Schmidt', '', true],
    [['N;LANGUAGE=hu:Schmidt;Anna', 'FN:Anna Schmidt'], 'Anna', 'Schmidt', '', false],
    [['N;LANGUAGE=ja:Schmidt;Anna'], 'Anna', 'Schmidt', '', true],
    [['N:Schmidt;Anna;;Dr.'], 'Anna', 'Schmidt', 'Dr. Anna Schmidt', false],
    [['N:a\\;b;c\\,d', 'FN:x'], 'c,d', 'a;b', 'x', false],
    [['FN:Dr. Ludwig van der Heide'], 'Ludwig', 'van der Heide', 'Dr. Ludwig van der Heide', false],
    [['FN:Heide\\, Ludwig'], 'Ludwig', 'Heide', '', false],
    [['FN:Oma'], 'Oma', '', '', false],
    [['FN:buero@verein.example'], '', '', 'buero@verein.example', false],
    [['FN:Verein Elbe', 'ORG:Verein Elbe;Vorstand'], '', '', 'Verein Elbe', false],
    [['FN:Verein Elbe', 'X-ABShowAs:COMPANY'], '', '', 'Verein Elbe', false],
    [['ORG:Verein Elbe'], '', '', 'Verein Elbe', false],
    [['KIND:org', 'FN:Rat der Stadt'], '', '', 'Rat der Stadt', false],
  ])('%j', (lines, givenName, familyName, shownName, familyFirst) => {
    expect(personOf(...lines)).toMatchObject({ givenName, familyName, shownName, familyFirst })
  })
})

describe('birthdays', () => {
  test.each([
    ['BDAY:1985-04-12', '1985-04-12'],
    ['BDAY:19850412', '1985-04-12'],
    ['BDAY:--0412', '--04-12'],
    ['BDAY:--04-12', '--04-12'],
    ['BDAY:1985-04-12T00:00:00Z', '1985-04-12'],
    ['BDAY:19850412T060000+0200', '1985-04-12'],
    ['BDAY;VALUE=date-and-or-time:--0412T0800', '--04-12'],
    ['BDAY;X-APPLE-OMIT-YEAR=1604;VALUE=date:1604-02-29', '--02-29'],
    ['BDAY;X-APPLE-OMIT-YEAR=1904:1904-02-28', '--02-28'],
    ['BDAY:0000-04-12', '--04-12'],
    ['BDAY:12.4.1985', '1985-04-12'],
    ['BDAY:1985. 04. 12.', '1985-04-12'],
    ['BDAY:4501-01-01', ''],
    ['BDAY:1985-02-30', ''],
    ['BDAY:1985-04', ''],
    ['BDAY:1985', ''],
    ['BDAY:---12', ''],
    ['BDAY:04/12/1985', ''],
    ['BDAY;VALUE=text:um 1930', ''],
  ])('%s is "%s"', (line, birthday) => {
    expect(personOf('FN:A', line).birthday).toBe(birthday)
  })
})

describe('phone numbers', () => {
  test.each([
    ['TEL;HOME;VOICE:1', 'landline'],
    ['TEL;TYPE=home,voice:1', 'landline'],
    ['TEL;TYPE="home,voice":1', 'landline'],
    ['tel;type=HOME;type=pref:1', 'landline'],
    ['TEL;CELL;WORK:1', 'mobile'],
    ['TEL;TYPE=WORK;TYPE=FAX:1', 'fax'],
    ['TEL;TYPE=arbeit:1', 'work'],
    ['TEL;VOICE:1', 'other'],
    ['TEL:1', 'other'],
  ])('%s is %s', (line, label) => {
    expect(personOf(line).phones).toEqual([{ number: '1', label }])
  })

  test('are the same if their digits are, and take the label that says more', () => {
    expect(
      personOf('TEL:+49 30 / 12-3', 'TEL;HOME:004930123', 'TEL:030 123', 'TEL:siehe Notiz').phones,
    ).toEqual([
      { number: '+49 30 / 12-3', label: 'landline' },
      { number: '030 123', label: 'other' },
    ])
  })
})

test('e-mail addresses lose their wrapping, and what is none is left out', () => {
  const emails = personOf(
    'EMAIL:mailto:a%2Bb@c.example',
    'EMAIL:"Anna" <anna@c.example>',
    'EMAIL:ANNA@C.EXAMPLE',
    'EMAIL;TYPE=X400:c=DE/a=viat',
    'EMAIL;PREF=1:zuerst@c.example',
    'EMAIL:mailto:100%@c.example',
  ).emails
  expect(emails.map(({ address }) => address)).toEqual([
    'zuerst@c.example',
    'a+b@c.example',
    'anna@c.example',
    '100%@c.example',
  ])
})

describe('addresses', () => {
  test('the preferred one, else the one at home, else the first that says something', () => {
    const work = 'ADR;WORK:;;Weg 1;Amberg;;1;'
    expect(personOf('FN:A', work, 'ADR;HOME:;;Weg 2;Bern;;2;').town).toBe('Bern')
    expect(personOf('FN:A', 'ADR;HOME:;;Weg 2;Bern;;2;', 'ADR;WORK;PREF:;;Weg 1;Amberg;;1;').town).toBe(
      'Amberg',
    )
    expect(personOf('FN:A', 'ADR;HOME:;;;;;;', work).town).toBe('Amberg')
  })

  test('a label stands in where there are no parts', () => {
    expect(personOf('FN:A', 'LABEL;ENCODING=QUOTED-PRINTABLE:Weg 1=0D=0A12345 Ort').address).toBe(
      'Weg 1\n12345 Ort',
    )
    expect(personOf('FN:A', 'ADR;LABEL="Weg 1^n12345 Ort":;;;;;;').address).toBe('Weg 1\n12345 Ort')
  })
})

describe('photos', () => {
  const png = 'iVBORw0KGgoAAAANSUhEUg=='
  test.each([
    [`PHOTO;ENCODING=b;TYPE=PNG:${png}`, 'image/png'],
    [`PHOTO;BASE64:${png}`, 'image/png'],
    [`PHOTO;VALUE=uri:data:image/jpeg;base64,${png}`, 'image/png'],
    [`PHOTO:data:image/png;base64\\,${png}`, 'image/png'],
    [`X-MS-CARDPICTURE;TYPE=JPEG;ENCODING=BASE64:\r\n /9j/4AAQSkZJRgABAQ==\r\n`, 'image/jpeg'],
    ['PHOTO;ENCODING=b:PHN2Zz48c2NyaXB0Lz48L3N2Zz4=', undefined],
    ['PHOTO:https://example.org/a.png', undefined],
    ['PHOTO:data:image/png,raw', undefined],
    ['PHOTO:', undefined],
  ])('%s', (line, type) => {
    expect(personOf('FN:A', line).photo?.type).toBe(type)
  })

  test('a picture of another kind gives way to one that can be shown', () => {
    expect(personOf('FN:A', 'PHOTO;ENCODING=b:AAAA', `PHOTO;ENCODING=b:${png}`).photo?.type).toBe('image/png')
  })
})

describe('lines', () => {
  test('folds inside a letter of UTF-8 are undone before it is decoded', () => {
    const card = textBytes('BEGIN:VCARD\r\nFN:Jürgen\r\nEND:VCARD\r\n')
    const at = card.indexOf(0xc3) + 1
    const folded = concat(card.subarray(0, at), textBytes('\r\n\t'), card.subarray(at))
    expect(only(peopleIn(folded)).givenName).toBe('Jürgen')
  })

  test('line ends of every kind, also CR CR LF', () => {
    for (const end of ['\r\n', '\n', '\r', '\r\r\n']) {
      const text = ['BEGIN:VCARD', 'FN:A', 'NOTE:eins', ' zwei', 'END:VCARD', ''].join(end)
      expect(only(peopleIn(textBytes(text))).remarks).toBe('einszwei')
    }
  })

  test('base64 may run on without folds, and a colon in quotes ends no header', () => {
    const person = personOf(
      'FN:A',
      'PHOTO;BASE64:iVBORw0K',
      'GgoAAAAN',
      'SUhEUg==',
      '',
      'TEL;X="a:b;c";CELL:1',
    )
    expect(person.photo?.bytes.length).toBe(16)
    expect(person.phones).toEqual([{ number: '1', label: 'mobile' }])
  })

  test('quoted-printable keeps its blanks, and what is no code', () => {
    expect(personOf('FN:A', 'NOTE;QUOTED-PRINTABLE:a= \t', ' b=zz=4', 'TEL:1').remarks).toBe('a b=zz=4')
  })

  test('damage to UTF-8 costs its own letter only', () => {
    const damaged = concat(
      textBytes('BEGIN:VCARD\nNOTE:üöä '),
      Uint8Array.of(0xff),
      textBytes('\nTEL:1\nEND:VCARD'),
    )
    expect(only(peopleIn(damaged)).remarks).toBe('üöä \uFFFD')
  })
})

describe('text', () => {
  test('loses control characters and signs that turn the direction, and is composed', () => {
    const { givenName, remarks } = personOf('FN:\u202eA\u0000nne\u0301', 'NOTE:\u0007eins\\n\\nzwei \\n ')
    expect(givenName).toBe('Anné')
    expect(remarks).toBe('eins\n\nzwei')
  })

  test('is cut where it is far too long, never inside a character', () => {
    const person = personOf(`FN:${'x'.repeat(299)}😀`, `NOTE:${'ü'.repeat(200_000)}`)
    expect(person.givenName).toBe('x'.repeat(299))
    expect(person.remarks).toBe('ü'.repeat(10_000))
  })
})

test('names of properties and parameters never reach an object', () => {
  const person = personOf('FN:A', '__proto__:x', 'constructor;__proto__=y:z', 'TEL;TYPE=__proto__:1')
  expect(person).toMatchObject({ givenName: 'A', phones: [{ number: '1', label: 'other' }] })
  expect(Object.keys(Object.prototype)).toEqual([])
})

test('a photo of Nextcloud is the same bytes as its base64', () => {
  const [person] = peopleIn(fixture('nextcloud-4.0.vcf'))
  expect(new TextDecoder('latin1').decode(person?.photo?.bytes.slice(0, 4))).toBe('RIFF')
})
