import { expect, it } from 'vitest'
import type { Row } from '../../../src/db/show.ts'
import { stepsIn } from '../../../src/features/ideas/next-steps.ts'

const person = (id: string, givenName: string, familyName: string): Row =>
  ({ id, label: `${givenName} ${familyName}`, fields: { givenName, familyName } }) as unknown as Row

const people = [
  person('helga', 'Helga', 'Brandt'),
  person('zsofia', 'Zsófia', 'Kovács'),
  person('anna', 'Anna', 'Nowak'),
]

const steps = (text: string, own: readonly string[] = []): string[] =>
  stepsIn(text, people, own).map(({ text: what, who }) => `${what} | ${who}`)

it('every line is a step, without what stands before it in a list', () => {
  expect(steps('- Saal fragen\n\n  2. Bus bestellen  \n• Lied üben\n2027 feiern')).toEqual([
    'Saal fragen | ',
    'Bus bestellen | ',
    'Lied üben | ',
    '2027 feiern | ',
  ])
})

it('a person of the notebook is recognised by the whole name, however it is accented', () => {
  expect(
    steps('Helga Brandt: Rezept aussuchen\nEinladung schreiben (zsofia kovacs)\nAnna Nowak bestellt den Bus'),
  ).toEqual([
    'Rezept aussuchen | helga',
    'Einladung schreiben | zsofia',
    'Anna Nowak bestellt den Bus | anna',
  ])
})

it('a longer name than that of a person in the notebook is somebody else', () => {
  expect(steps('Anna Nowak-Lis: Bus\nHanna Nowak: Saal')).toEqual([
    'Anna Nowak-Lis: Bus | ',
    'Hanna Nowak: Saal | ',
  ])
})

it('a first name alone means one of those who take part, where it stands apart', () => {
  expect(steps('Anna: Bus bestellen', ['anna'])).toEqual(['Bus bestellen | anna'])
  expect(steps('Anna: Bus bestellen')).toEqual(['Anna: Bus bestellen | '])
  expect(steps('Anna Kowalska: Bus bestellen', ['anna'])).toEqual(['Anna Kowalska: Bus bestellen | '])
})

it('a first name that two of them bear means neither', () => {
  const two = [...people, person('other', 'Anna', 'Lis')]
  expect(stepsIn('Anna: Bus', two, ['anna', 'other'])).toEqual([{ text: 'Anna: Bus', who: '' }])
})

it('a name that nobody here has stays in the text', () => {
  expect(steps('Frau Nagy: dolmetschen')).toEqual(['Frau Nagy: dolmetschen | '])
})
