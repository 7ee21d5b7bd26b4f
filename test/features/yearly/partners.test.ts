import { expect, it } from 'vitest'
import { makeReport } from '../../../src/features/yearly/sections/make.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { materialOf, sayIn, textOfSection, visit, type Given } from './material.ts'

const plain = (text: string): string => text.replaceAll('\u00A0', ' ').replaceAll('\u00AD', '')

const town = (id: string, name: string): Given => ({
  id,
  kind: 'town',
  fields: { name, 'names/de': 'Krakau' },
})

const link = (fields: Fields): Given => ({
  id: 'link',
  kind: 'partnership',
  fields: { name: 'Altenbrück – Kraków', there: 'krakow', ...fields },
})

const signed = { 'dates/a': { date: '1987-05-03', type: 'signedHere', counts: 'both', source: '' } }

it('a partnership says what it is, how it stands and since when, also where nothing happened', () => {
  const material = materialOf([
    town('krakow', 'Kraków'),
    link({ ...signed, type: 'friendship', state: 'resting', stateWhy: 'Niemand da' }),
  ])
  const [standing] = makeReport(material, sayIn('de')).filter(({ id }) => id.startsWith('standing-'))
  expect(standing?.chapter).toBe('Kraków')
  expect(plain(standing?.text ?? '')).toBe('Freundschaft, Ruht\nSeit: 3. Mai 1987\nGrund: Niemand da')
  expect(textOfSection(material, 'overview')).toContain('Kraków')
})

it('what names its town in any of its names and spellings stands in its one chapter', () => {
  const material = materialOf([
    town('krakow', 'Kraków'),
    link({}),
    visit('Erster', { date: '2026-05-01', town: 'KRAKOW' }),
    visit('Zweiter', { date: '2026-06-01', town: 'Krakau' }),
  ])
  const chapters = makeReport(material, sayIn('de')).filter(({ id }) => id.startsWith('visits-'))
  expect(chapters.map(({ chapter }) => chapter)).toEqual(['Kraków'])
  expect(chapters[0]?.text).toMatch(/Erster[^]*Zweiter/)
})

it('its anniversary is told once, though the agreement lies in the chronicle too', () => {
  const agreement = (fields: Fields): Given => ({
    id: 'paper',
    kind: 'document',
    fields: { title: 'Urkunde', type: 'agreement', date: '1987-05-03', ...fields },
  })
  const given = [town('krakow', 'Kraków'), link(signed)]
  const told = plain(
    textOfSection(materialOf([...given, agreement({ partnership: 'link' })]), 'anniversaries'),
  )
  expect(told.split('\n').slice(1)).toEqual([
    '3. Mai 2027 | 40 Jahre: Altenbrück – Kraków | Kraków | 3. Mai 1987',
  ])
  const both = textOfSection(materialOf([...given, agreement({})]), 'anniversaries')
  expect(both.split('\n')).toHaveLength(3)
})
