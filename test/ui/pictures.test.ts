import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { icons } from '../../src/ui/icons.ts'
import { loadPicture, pictureNames } from '../../src/ui/pictures.ts'

const tokens = new Set(readFileSync('src/ui/look/tokens.css', 'utf8').match(/--p-[\w-]+(?=:)/g))

describe('pictures', () => {
  test('every file has a name and every name a file', () => {
    const files = readdirSync('src/ui/pictures').map((file) => file.replace(/\.svg$/, ''))
    expect(files.sort()).toEqual([...pictureNames].sort())
  })

  test.each(pictureNames)('%s takes all its colours from the theme', async (name) => {
    const markup = await loadPicture(name)
    const paints = [...markup.matchAll(/\b(?:fill|stroke)="([^"]*)"/g)].map((match) => match[1] ?? '')
    const strange = paints.filter((paint) => paint !== 'none' && !tokens.has(paint.slice('var('.length, -1)))
    expect(strange).toEqual([])
  })

  // Many pictures share a page: an id or a style in one would reach into the others.
  test.each(pictureNames)('%s is only shapes', async (name) => {
    const elements = [...(await loadPicture(name)).matchAll(/<(\w+)/g)].map((match) => match[1])
    const shapes = ['svg', 'g', 'path', 'rect', 'circle', 'ellipse']
    expect(elements.filter((element) => !shapes.includes(element ?? ''))).toEqual([])
    expect(await loadPicture(name)).not.toMatch(/\b(?:id|style|class|href)=/)
  })
})

describe('icons', () => {
  test.each(Object.entries(icons))('%s is only shapes in the colour of the text', (_name, markup) => {
    expect(markup.replace(/<(?:path|circle|rect)(?: [a-z-]+="[^"<>]*")+\/>/g, '')).toBe('')
    expect(markup.match(/(?:fill|stroke)="(?!currentColor)[^"]*"/g)).toBeNull()
  })
})
