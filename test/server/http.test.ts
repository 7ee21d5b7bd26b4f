import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig, withAddress } from '../../src/server/config.ts'
import { serveSite } from '../../src/server/http.ts'
import { appConfigCodec } from '../../src/shared/exchange/endpoints.ts'
import { openExchange } from './exchange/house.ts'

const folder = mkdtempSync(join(tmpdir(), 'ponte-'))
mkdirSync(join(folder, 'dist/assets'), { recursive: true })
writeFileSync(join(folder, 'dist/index.html'), `<!doctype html><title>Ponte</title>${' '.repeat(2000)}`)
writeFileSync(join(folder, 'dist/assets/first-1234.js'), 'export {}')
writeFileSync(join(folder, 'secret.txt'), 'not for you')

const serve = (settings: { readonly [name: string]: string } = {}) => {
  const config = withAddress(readConfig(settings), 8080)
  return serveSite(config, openExchange(config), relative(process.cwd(), join(folder, 'dist')), (error) => {
    throw error
  })
}
const site = serve()

describe('the served app', () => {
  it('comes with headers that allow nothing but its own files', async () => {
    const answer = await site.request('/')
    expect(answer.status).toBe(200)
    const policy = answer.headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).toContain(`script-src 'self'`)
    expect(policy).toContain(`connect-src 'self';`)
    expect(policy).toContain(`require-trusted-types-for 'script'; trusted-types ponte`)
    expect(policy).not.toMatch(/unsafe|\*/)
  })

  it('is asked for anew each time, but for files whose name changes with them', async () => {
    expect((await site.request('/')).headers.get('Cache-Control')).toBe('no-cache')
    const file = await site.request('/assets/first-1234.js')
    expect(file.headers.get('Cache-Control')).toContain('immutable')
  })

  it('is sent small to who can unpack it', async () => {
    const answer = await site.request('/', { headers: { 'Accept-Encoding': 'gzip' } })
    expect(answer.headers.get('Content-Encoding')).toBe('gzip')
    expect((await answer.arrayBuffer()).byteLength).toBeLessThan(500)
  })

  it.each(['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets/..%5c..%5csecret.txt'])(
    'gives out nothing beside it: %s',
    async (path) => {
      const answer = await site.request(path)
      expect(answer.status).toBe(404)
      expect(await answer.text()).not.toContain('not for you')
    },
  )

  it('answers in plain words what it does not have', async () => {
    expect((await site.request('/nowhere')).status).toBe(404)
  })

  it('learns where its exchange is, and what founding needs', async () => {
    const read = async (one: typeof site) =>
      appConfigCodec.read(new Uint8Array(await (await one.request('/config.json')).arrayBuffer()))
    expect(await read(site)).toEqual({ exchange: 'http://localhost:8080', needsCode: false, operator: '' })
    const hosted = serve({ PUBLIC_URL: 'https://ponte.example.org', OPERATOR: 'Verein „Brücke“' })
    expect(await read(hosted)).toEqual({
      exchange: 'https://ponte.example.org',
      needsCode: true,
      operator: 'Verein „Brücke“',
    })
  })

  it('may ask an exchange elsewhere, and that one may be read from there', async () => {
    const apart = serve({ PUBLIC_URL: 'https://x.example.org', APP_ORIGIN: 'https://app.example.org' })
    const { headers } = await apart.request('/')
    expect(headers.get('Content-Security-Policy')).toContain(`connect-src 'self' https://x.example.org;`)
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin')
    const answer = await apart.request('/v1/pull', { method: 'POST' })
    expect(answer.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
  })
})
