import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { endpoints } from '../../src/shared/exchange/endpoints.ts'
import { newId } from '../../src/shared/ids.ts'
import { ask, reasonOf, requestOf } from './exchange/caller.ts'
import { admission, foundAt, joinBy, type There } from './exchange/circle.ts'
import { headOf, openLine, sleep } from './line.ts'
import { ServerProcess } from './process.ts'

it(
  'a whole life of a notebook leaves no word about anybody in what the server prints',
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ponte-'))
    mkdirSync(join(folder, 'dist'))
    const foundingCode = 'Brandenburg-1987'
    const server = await ServerProcess.begin({ BEHIND_PROXY: '1', FOUNDING_CODE: foundingCode }, folder)
    const address = '203.0.113.77'
    const there: There = {
      url: server.url,
      fetch: (request) => {
        request.headers.set('X-Forwarded-For', address)
        request.headers.set('User-Agent', 'Kanarienvogel/1.0')
        return fetch(request)
      },
    }
    const seen: string[] = [address, foundingCode, 'Kanarienvogel', '127.0.0.50']
    try {
      expect(await reasonOf(foundAt(there, 'Kanarienvogel-Code'))).toBe('403 founding-code')
      const { founder } = await foundAt(there, foundingCode)
      const { slip, entry } = await founder.issue(await founder.roster(), 'member', Date.now() + 3_600_000)
      await founder.append(entry)
      expect((await ask(there.fetch, there.url, endpoints.box, { slip: slip.id })).space).toBe(founder.space)
      const member = await joinBy(founder, slip)
      const again = await admission(await founder.roster(), member.device, slip)
      expect(await reasonOf(founder.append(again))).toMatch(/^4/)
      const poke = await there.fetch(
        requestOf(there.url + endpoints.poke.path, '{}', { Authorization: `Bearer ${member.token}` }),
      )
      await member.push('new', await member.seal(await member.roster(), 3, 'Kanarienvogel'))
      const photo = newId()
      const piece = { photo, index: 0, count: 1, parts: [new Uint8Array(50)] }
      await member.ask(endpoints.putPhoto, piece)
      await founder.ask(endpoints.getPhoto, { photo, index: 0 })
      await founder.ask(endpoints.pull, { n: 0, hash: '00'.repeat(32) })
      await founder.ask(endpoints.visits, {})
      const stranger = newId()
      expect(await reasonOf(ask(there.fetch, there.url, endpoints.box, { slip: stranger }))).toBe(
        '404 unknown',
      )
      expect(await reasonOf(founder.push('new', new TextEncoder().encode('Kanarienvogel')))).toBe(
        '400 malformed',
      )
      expect((await fetch(`${server.url}/Kanarienvogel/${photo}`)).status).toBe(404)
      expect((await fetch(`${server.url}/imprint?lang=Kanarienvogel`)).status).toBe(200)
      for (const text of [
        'Kanarienvogel\r\n\r\n',
        headOf('/v1/push', 'Content-Length: 9', `X: ${'K'.repeat(9000)}`),
      ]) {
        const line = await openLine(server.url, '127.0.0.50')
        line.socket.write(text)
        await sleep(50)
        line.socket.destroy()
      }
      // Cut in the middle of a body, and of an answer.
      const body = await openLine(server.url, '127.0.0.50')
      body.socket.write(
        headOf(endpoints.push.path, `Authorization: Bearer ${member.token}`, 'Content-Length: 900') + 'K',
      )
      await sleep(50)
      body.socket.destroy()
      await poke.body?.cancel()
      await member.append(
        await member.sign(await member.roster(), 'leave', {
          seq: 3,
          hash: Buffer.from(member.hash).toString('hex'),
        }),
      )
      seen.push(
        founder.space,
        founder.id,
        founder.token,
        member.id,
        member.token,
        slip.id,
        slip.member,
        photo,
        stranger,
      )
    } finally {
      await server.end('SIGTERM')
    }
    expect(seen.length).toBeGreaterThan(10)
    for (const word of seen) expect(server.printed.toLowerCase()).not.toContain(word.toLowerCase())
    expect(server.printed).toBe(`Ponte is ready: ${server.url}\n`)
  },
)

it('tells the operator what failed by its name and place alone', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ponte-'))
  mkdirSync(join(folder, 'dist'))
  // A folder where a text should be: reading it fails.
  mkdirSync(join(folder, 'Kanarienvogel/imprint.de.txt'), { recursive: true })
  const server = await ServerProcess.begin({ OPERATOR_DIR: join(folder, 'Kanarienvogel') }, folder)
  try {
    expect((await fetch(`${server.url}/imprint?lang=de`)).status).toBe(500)
    const { founder } = await foundAt({ url: server.url, fetch })
    expect((await founder.ask(endpoints.visits, {})).devices).toHaveLength(1)
  } finally {
    await server.end('SIGTERM')
  }
  expect(server.printed).toMatch(/\nPonte: Error {4}at /)
  expect(server.printed).not.toContain('Kanarienvogel')
})
