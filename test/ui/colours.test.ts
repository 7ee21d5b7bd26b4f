import { describe, expect, it } from 'vitest'
import { tokens as css } from './tokens.ts'

/** The colour tokens of a theme, light ones where the theme says nothing else. */
function tokensOf(theme: string): Map<string, string> {
  const blocks = ['light', theme].map((name) => {
    const start = css.search(new RegExp(`:root\\[data-theme=['"]${name}['"]\\]\\s*\\{`))
    return css.slice(start, css.indexOf('}', start))
  })
  const found = blocks.flatMap((block) => [...block.matchAll(/--([\w-]+):\s*(#[0-9a-fA-F]{6})/g)])
  return new Map(found.map(([, name = '', colour = '']) => [name, colour]))
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const surfaces = ['page', 'card', 'quiet']
/** Text and what it stands on; each pair is one that a screen shows. */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ['text', [...surfaces, 'action-tint', 'waiting-tint']],
  ['secondary', [...surfaces, 'waiting-tint']],
  ['action', ['page', 'card', 'action-tint', 'waiting-tint']],
  ['on-action', ['action', 'action-press']],
  ['shared', ['page', 'card', 'shared-tint']],
  ['waiting', ['page', 'card', 'waiting-tint']],
  ['problem', ['page', 'card', 'problem-tint']],
  ['festive', ['page', 'card', 'festive-tint']],
]

describe.each(['light', 'dark', 'contrast'])('in the %s theme', (theme) => {
  const tokens = tokensOf(theme)
  const colour = (name: string): string => tokens.get(name) ?? `no colour ${name}`

  it.each(texts.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const)))(
    '%s on %s can be read by tired eyes: 7 to 1',
    (text, ground) => expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(7),
  )

  it.each(surfaces)('the edge of what can be tapped stands out from %s: 4.5 to 1', (surface) => {
    expect(contrast(colour('border'), colour(surface))).toBeGreaterThanOrEqual(4.5)
  })

  it('the focus ring stands out from itself: 10 to 1', () => {
    expect(contrast(colour('focus'), colour('focus-ring'))).toBeGreaterThanOrEqual(10)
  })
})
