import { describe, expect, test } from 'vitest'
import { contactWords, emailsOf, phonesOf } from '../../src/records/contact.ts'
import { elementsOf, textOf, tickedIn } from '../../src/records/fields.ts'

describe('a text field', () => {
  test('is empty when it is missing or holds something else', () => {
    const fields = { name: 'Ilona', age: 70, gone: null, list: ['a'] }
    expect(['name', 'age', 'gone', 'list', 'none'].map((name) => textOf(fields, name))).toEqual([
      'Ilona',
      '',
      '',
      '',
      '',
    ])
  })
})

describe('the elements of a list', () => {
  const read = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

  test('come in the order of their ids, whatever the order of the fields', () => {
    const fields = { 'items/c': 'three', name: 'x', 'items/a': 'one', 'items/b': 'two' }
    expect(elementsOf(fields, 'items', read)).toEqual([
      { id: 'a', value: 'one' },
      { id: 'b', value: 'two' },
      { id: 'c', value: 'three' },
    ])
  })

  test('do not hold what was removed, what is of another shape, or what belongs to a list with a longer name', () => {
    const fields = { 'items/a': null, 'items/b': 7, 'items/c': 'three', 'itemsOld/d': 'no', items: 'no' }
    expect(elementsOf(fields, 'items', read).map((element) => element.id)).toEqual(['c'])
  })

  test('of a set are those that are ticked', () => {
    expect(tickedIn({ 'groups/a': true, 'groups/b': false, 'groups/c': 'true' }, 'groups')).toEqual(['a'])
  })
})

describe('phones and addresses', () => {
  test('are shown as they were entered, an unknown label as another one', () => {
    const fields = {
      'phones/1': { number: '072/12-34', label: 'landline' },
      'phones/2': { number: '5', label: 'fax' },
      'phones/3': { number: '', label: 'work' },
      'phones/4': ['6'],
    }
    expect(phonesOf(fields)).toEqual([
      { id: '1', value: { number: '072/12-34', label: 'landline' } },
      { id: '2', value: { number: '5', label: 'other' } },
    ])
  })

  test('of e-mail are left out when empty', () => {
    expect(
      emailsOf({ 'emails/1': { address: 'a@b.c' }, 'emails/2': { address: '' }, 'emails/3': 'a@b.c' }),
    ).toEqual([{ id: '1', value: { address: 'a@b.c' } }])
  })

  test('are words to search by, each once', () => {
    const fields = {
      name: 'Anna Anna',
      'emails/1': { address: 'anna@example.org' },
      'phones/1': { number: '12', label: 'work' },
    }
    expect(contactWords(fields, ['name'])).toEqual(['anna', 'example', 'org', '#12'])
  })
})
