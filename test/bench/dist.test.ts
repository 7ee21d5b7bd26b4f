import { describe, expect, it } from 'vitest'
import { filesOf, precachedIn, scriptsIn } from '../../bench/dist.ts'

describe('what a build is weighed by', () => {
  it('follows imports, also in circles, and names each file once', () => {
    const manifest = {
      'a.ts': { file: 'a.js', imports: ['b.ts', 'c.ts'] },
      'b.ts': { file: 'b.js', imports: ['c.ts'] },
      'c.ts': { file: 'c.js', imports: ['a.ts'] },
      'd.ts': { file: 'd.js' },
    }
    expect(filesOf(manifest, ['a.ts', 'b.ts'])).toEqual(['a.js', 'b.js', 'c.js'])
  })

  it('says which source the build no longer has', () => {
    expect(() => filesOf({}, ['src/gone.tsx'])).toThrow('src/gone.tsx')
  })

  it('reads the scripts of a page, classic and modules', () => {
    const html =
      '<script src="/before.js"></script><script type="module" crossorigin src="/assets/a-1.js"></script>'
    expect(scriptsIn(html)).toEqual(['before.js', 'assets/a-1.js'])
  })

  it('reads the list in the service worker, each file once', () => {
    const worker =
      'var e=[{"revision":"1","url":"index.html"},{"revision":null,"url":"a.js"},{"revision":null,"url":"a.js"}];x[0]'
    expect(precachedIn(worker)).toEqual(['index.html', 'a.js'])
    expect(() => precachedIn('self.skipWaiting()')).toThrow('no list')
  })
})
