import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { alterEach } from './p1/alter.ts'
import { checkVectors } from './p1/check.ts'
import type { Vectors } from './p1/file.ts'

const file = JSON.parse(readFileSync('docs/vectors/p1.json', 'utf8')) as Vectors

/** What nothing follows from: the words above, and the lengths that are padded (many give the same). */
const isFree = (path: string): boolean => path === 'about' || /^padding\.\d+\.0$/.test(path)

function holds(vectors: unknown): boolean {
  try {
    checkVectors(vectors as Vectors)
    return true
  } catch {
    return false
  }
}

describe('the vectors by a second implementation, written from docs/protocol.md on other libraries', () => {
  test('follow from each other', () => expect(() => checkVectors(file)).not.toThrow())

  test('do not with any value of them altered by one byte', () => {
    const altered = alterEach(file).filter(({ path }) => !isFree(path))
    expect(altered.length).toBeGreaterThan(240)
    const unnoticed = altered.filter(({ files }) => files.some(holds)).map(({ path }) => path)
    expect(unnoticed).toEqual([])
  })

  test('have every label that the page lists', () => {
    const page = readFileSync('docs/protocol.md', 'utf8')
    const listed = [...page.matchAll(/^\| `(p1 [a-z ]+)` +\|/gm)].map(([, label]) => label ?? '')
    expect(listed.length).toBeGreaterThan(0)
    expect(Object.keys(file.labels).sort()).toEqual(listed.sort())
  })
})
