import { describe, expect, it } from 'vitest'
import { isAppleTouch, mayKeepHere, type Environment } from '../../src/app/may-keep.ts'

const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const iPadTab: Environment = {
  userAgent: `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/18.5 Safari/605.1.15`,
  touchPoints: 5,
  standalone: false,
  displayMode: 'browser',
}
const tab = (userAgent: string, touchPoints = 5): Environment => ({
  userAgent,
  touchPoints,
  standalone: undefined,
  displayMode: 'browser',
})

describe('a notebook may not be kept', () => {
  it('in a Safari tab of an iPad, which calls itself a Mac', () => expect(mayKeepHere(iPadTab)).toBe(false))
  it('in a Safari tab of an iPhone', () => {
    const phone = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${webkit} Version/18.5 Mobile/15E148 Safari/604.1`
    expect(mayKeepHere({ ...iPadTab, userAgent: phone })).toBe(false)
  })
  it('in a Safari tab of a Mac', () => expect(mayKeepHere({ ...iPadTab, touchPoints: 0 })).toBe(false))
})

describe('a notebook may be kept', () => {
  it('in the app on the home screen of an iPad', () => {
    expect(mayKeepHere({ ...iPadTab, standalone: true })).toBe(true)
  })
  it('in the app in the Dock of a Mac', () => {
    expect(mayKeepHere({ ...iPadTab, touchPoints: 0, displayMode: 'standalone' })).toBe(true)
  })
  it.each([
    [
      'Chrome on Android',
      'Mozilla/5.0 (Linux; Android 15; SM-X210) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    ],
    [
      'Samsung Internet',
      'Mozilla/5.0 (Linux; Android 15; SM-X210) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 Chrome/136.0.0.0 Safari/537.36',
    ],
    [
      'Edge on Windows',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    ],
    ['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'],
    [
      'Chrome on an iPad',
      `Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) ${webkit} CriOS/142.0.0.0 Mobile/15E148 Safari/604.1`,
    ],
  ])('in %s', (_name, userAgent) => expect(mayKeepHere(tab(userAgent))).toBe(true))
})

it('an iPad is known by its fingers, a Mac has none', () => {
  expect(isAppleTouch(iPadTab)).toBe(true)
  expect(isAppleTouch({ ...iPadTab, touchPoints: 0 })).toBe(false)
})
