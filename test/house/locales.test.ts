import { describe, expect, it } from 'vitest'
import * as rule from './locales.ts'

/** The same texts in each language, some with changes. */
function all(texts: rule.Texts, changes: Partial<rule.Locales> = {}): rule.Locales {
  return { de: texts, en: texts, pl: texts, hu: texts, ...changes }
}

const polish = {
  'people.guests_one': '1',
  'people.guests_few': '2',
  'people.guests_many': '5',
  'people.guests_other': '1,5',
}
const plural = { 'people.guests_one': '1', 'people.guests_other': '2' }
const add = all({ 'people.add': 'x' })
const source = (text: string, path = 'src/features/people/a.tsx') => [{ path, text }]

describe('reading a locale file', () => {
  it('makes whole keys', () => {
    expect(rule.flatten({ people: { add: 'x', list: { empty: 'y' } } })).toEqual({
      'people.add': 'x',
      'people.list.empty': 'y',
    })
  })
  it('accepts nothing but texts', () => {
    expect(() => rule.flatten({ people: { add: 1 } })).toThrow('people.add is no text')
    expect(() => rule.flatten({ people: ['x'] })).toThrow('people is no text')
  })
})

describe('the keys of four languages', () => {
  it('must be the same', () => {
    expect(rule.absent(all({ 'people.add': 'x' }, { hu: {} }))).toEqual(['hu has no people.add'])
    expect(rule.absent(add)).toEqual([])
  })

  it('must have each plural form of the language and no other', () => {
    expect(rule.wrongPlurals(all(plural, { pl: polish }))).toEqual([])
    expect(rule.wrongPlurals(all(plural))).toEqual([
      'pl people.guests needs exactly the forms _one, _few, _many, _other',
    ])
    expect(rule.wrongPlurals(all(polish))).toHaveLength(3)
    expect(rule.wrongPlurals(all(plural, { pl: polish, de: { 'people.guests': 'x' } }))).toHaveLength(1)
    expect(
      rule.wrongPlurals(all(plural, { pl: polish, de: { ...plural, 'people.guests': 'x' } })),
    ).toHaveLength(1)
    expect(rule.wrongPlurals(add)).toEqual([])
  })

  it('must have the same variables', () => {
    expect(
      rule.wrongVariables(all({ 'people.add': '{{name}}' }, { pl: { 'people.add': 'x' } })),
    ).toHaveLength(1)
    expect(
      rule.wrongVariables(all({ 'people.add': '{{name}}' }, { pl: { 'people.add': '{{nmae}}' } })),
    ).toHaveLength(4)
    expect(rule.wrongVariables(all({ 'a.b_one': 'one', 'a.b_other': '{{count}}' }))).toEqual([])
    expect(rule.wrongVariables(all({ 'a.b_one': '1', 'a.b_other': '{{count}} {{name}}' }))).toHaveLength(4)
    expect(rule.wrongVariables(all({ 'a.b_one': '{{count}}', 'a.b_other': 'many' }))).toHaveLength(4)
  })
})

describe('the keys in the source', () => {
  it('must use what there is', () => {
    expect(rule.unused(add, source("t('people.remove')"))).toEqual(['people.add is used nowhere'])
    expect(rule.unused(add, source("t('people.addAll')"))).toHaveLength(1)
    expect(rule.unused(add, source("// once there was 'people.add'"))).toHaveLength(1)
    expect(rule.unused(add, source('<Field labelKey="people.add" />'))).toEqual([])
    expect(rule.unused(all(plural), source("t('people.guests', { count })"))).toEqual([])
  })

  it('must be there', () => {
    expect(rule.missing(add, source("t('people.remove')"))).toHaveLength(1)
    expect(rule.missing(add, source("t('Hallo')"))).toHaveLength(1)
    expect(rule.missing(add, source("const keys = ['people.add', 'people.remove']"))).toHaveLength(1)
    expect(rule.missing(add, source("const key = late ? 'people.remove' : 'people.add'"))).toHaveLength(1)
    expect(rule.missing(add, source("t('people.add'); save('people.csv'); set('x'); 'other.key'"))).toEqual(
      [],
    )
    expect(rule.missing(all(plural), source("t('people.guests_one')"))).toHaveLength(1)
  })

  it('must stand whole', () => {
    expect(rule.glued(source('t(`people.${kind}`)'))).toHaveLength(1)
    expect(rule.glued(source("t('people.' + kind)"))).toHaveLength(1)
    expect(rule.glued(source("t('people.add', { name: `${a} b` })"))).toEqual([])
  })

  it('must belong to a folder that uses them', () => {
    const there = (path: string) =>
      path === 'src/features/people' || path === 'src/ui' || path === 'src/app/install'
    expect(rule.homelessKeys(add, source("t('people.add')"), there)).toEqual([])
    expect(rule.homelessKeys(add, source("t('people.add')", 'src/ui/a.tsx'), there)).toHaveLength(1)
    expect(rule.homelessKeys(all({ 'events.add': 'x' }), source("t('events.add')"), there)).toHaveLength(1)
    expect(
      rule.homelessKeys(all({ 'problems.full': 'x' }), source("'problems.full'", 'src/ui/a.ts'), there),
    ).toEqual([])
    const install = source("t('install.add')", 'src/app/install/a.ts')
    expect(rule.homelessKeys(all({ 'install.add': 'x' }), install, there)).toEqual([])
  })
})
