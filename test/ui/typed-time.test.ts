import { expect, it } from 'vitest'
import { languages } from '../../src/shared/language.ts'
import { parseTime } from '../../src/ui/typed-time.ts'
import { timeWords } from '../../src/ui/when.ts'

it.each([
  ['18', '18:00'],
  ['18 Uhr', '18:00'],
  ['um 18 Uhr 30', '18:30'],
  ['18:30', '18:30'],
  ['18.30', '18:30'],
  ['18,30 Uhr', '18:30'],
  ['1830', '18:30'],
  ['830', '08:30'],
  ['8', '08:00'],
  ['6pm', '18:00'],
  ['6 PM', '18:00'],
  ['6.30 p.m.', '18:30'],
  ['12am', '00:00'],
  ['12:15 pm', '12:15'],
  ['midday', '12:00'],
  ['Mitternacht', '00:00'],
  ['południe', '12:00'],
  ['éjfél', '00:00'],
  ['godz. 18', '18:00'],
  ['o 18.30', '18:30'],
  ['18 órakor', '18:00'],
  ['18.30-kor', '18:30'],
  ['7 o’clock', '07:00'],
  ['  0:05 ', '00:05'],
])('%j is %s', (typed, time) => {
  expect(parseTime(typed)).toBe(time)
})

it.each([
  '',
  '24',
  '18:60',
  '13pm',
  '0 am',
  'gegen Abend',
  '18:30:00',
  '18 bis 20',
  '18-20',
  '1:5',
  '12345',
  'Uhr',
])('%j is no time of day', (typed) => {
  expect(parseTime(typed)).toBeUndefined()
})

it('what the app shows can be typed again, in every language', () => {
  for (const language of languages)
    for (let minute = 0; minute < 24 * 60; minute += 5) {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      expect(parseTime(timeWords(time, language))).toBe(time)
    }
})
