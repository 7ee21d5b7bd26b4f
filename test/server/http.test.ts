import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/server/config.ts'
import { serveApp } from '../../src/server/http.ts'

const folder = mkdtempSync(join(tmpdir(), 'ponte-'))
mkdirSync(join(folder, 'dist/assets'), { recursive: true })
writeFileSync(join(folder, 'dist/index.html'), `<!doctype html><title>Ponte</title>${' '.repeat(2000)}`)
writeFileSync(join(folder, 'dist/assets/first-1234.js'), 'export {}')
writeFileSync(join(folder, 'secret.txt'), 'not for you')
const app = serveApp(relative(process.cwd(), join(folder, 'dist')))

describe('the served app', () => {
  it('comes with headers that allow nothing but its own files', async () => {
    const answer = await app.request('/')
    expect(answer.status).toBe(200)
    const policy = answer.headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).toContain(`script-src 'self'`)
    expect(policy).not.toMatch(/unsafe|\*/)
    expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(answer.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
  })

  it('is asked for anew each time, but for files whose name changes with them', async () => {
    expect((await app.request('/')).headers.get('Cache-Control')).toBe('no-cache')
    const file = await app.request('/assets/first-1234.js')
    expect(file.headers.get('Cache-Control')).toContain('immutable')
  })

  it('is sent small to who can unpack it', async () => {
    const answer = await app.request('/', { headers: { 'Accept-Encoding': 'gzip' } })
    expect(answer.headers.get('Content-Encoding')).toBe('gzip')
    expect((await answer.arrayBuffer()).byteLength).toBeLessThan(500)
  })

  it.each(['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets/..%5c..%5csecret.txt'])(
    'gives out nothing beside it: %s',
    async (path) => {
      const answer = await app.request(path)
      expect(answer.status).toBe(404)
      expect(await answer.text()).not.toContain('not for you')
    },
  )

  it('answers in plain words what it does not have', async () => {
    expect((await app.request('/nowhere')).status).toBe(404)
  })
})

describe('the settings', () => {
  it('work without being set', () => expect(readConfig({})).toEqual({ port: 8080, host: 'localhost' }))
  it('are refused with a sentence when they are wrong', () => {
    expect(() => readConfig({ PORT: 'eighty' })).toThrow('PORT must be a whole number up to 65535')
  })
})
