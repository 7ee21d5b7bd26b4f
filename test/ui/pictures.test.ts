import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { iconNames } from '../../src/ui/icons.ts'
import { pictureNames } from '../../src/ui/pictures.ts'
import { tokens as written } from './tokens.ts'

const tokens = new Set(written.match(/--p-[\w-]+(?=:)/g))

const markupOf = (name: string): string => readFileSync(`src/ui/pictures/${name}.svg`, 'utf8')

describe('pictures', () => {
  test('every file has a name and every name a file', () => {
    const files = readdirSync('src/ui/pictures').map((file) => file.replace(/\.svg$/, ''))
    expect(files.sort()).toEqual([...pictureNames].sort())
  })

  test.each(pictureNames)('%s takes all its colours from the theme', (name) => {
    const markup = markupOf(name)
    const paints = [...markup.matchAll(/\b(?:fill|stroke)="([^"]*)"/g)].map((match) => match[1] ?? '')
    const strange = paints.filter((paint) => paint !== 'none' && !tokens.has(paint.slice('var('.length, -1)))
    expect(strange).toEqual([])
  })

  // Many pictures share a page: an id or a style in one would reach into the others.
  test.each(pictureNames)('%s is only shapes', (name) => {
    const elements = [...markupOf(name).matchAll(/<(\w+)/g)].map((match) => match[1])
    const shapes = ['svg', 'g', 'path', 'rect', 'circle', 'ellipse']
    expect(elements.filter((element) => !shapes.includes(element ?? ''))).toEqual([])
    expect(markupOf(name)).not.toMatch(/\b(?:id|style|class|href)=/)
  })
})

describe('icons', () => {
  const symbols = readFileSync('src/ui/icons.svg', 'utf8').matchAll(
    /<symbol id="([\w-]+)" viewBox="0 0 24 24">(.*)<\/symbol>/g,
  )
  const markupByName = new Map([...symbols].map(([, name = '', markup = '']) => [name, markup]))

  test('every symbol has a name and every name a symbol', () => {
    expect([...markupByName.keys()].sort()).toEqual([...iconNames].sort())
  })

  test.each([...markupByName])('%s is only shapes in the colour of the text', (_name, markup) => {
    expect(markup.replace(/<(?:path|circle|rect)(?: [a-z-]+="[^"<>]*")+\/>/g, '')).toBe('')
    expect(markup.match(/(?:fill|stroke)="(?!currentColor)[^"]*"/g)).toBeNull()
  })
})
