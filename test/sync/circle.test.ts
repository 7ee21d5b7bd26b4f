import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { keysNow } from '../../src/sync/exchange.ts'
import { inviteGuest, revokeSlip } from '../../src/sync/invite.ts'
import { setRole } from '../../src/sync/remove.ts'
import { leaveSpace } from '../../src/sync/leave.ts'
import { askAt } from '../../src/sync/ask.ts'
import { openSlip, secretOf } from '../../src/sync/join.ts'
import { readCircle, readRole } from '../../src/sync/status.ts'
import { edit } from '../db/notebook.ts'
import { exchangeRound, found, guest, joined, newId, publicUrl, seenOn, Server, write } from './town.ts'

describe('the circle of a notebook', () => {
  it('names everybody with their devices and what they may do', async () => {
    const server = new Server()
    const helga = await found(server, 'Helga Brandt')
    const anna = await joined(server, helga, { guest: 'Anna Nowak', role: 'reader' })
    await exchangeRound(helga.exchange)
    const circle = await readCircle(await helga.notebook())
    expect(
      circle?.members.map(({ name, isMe, devices }) => ({
        name,
        isMe,
        roles: devices.map((one) => one.role),
      })),
    ).toEqual([
      { name: 'Helga Brandt', isMe: true, roles: ['coordinator'] },
      { name: 'Anna Nowak', isMe: false, roles: ['reader'] },
    ])
    expect((await readCircle(await anna.notebook()))?.members.map(({ name }) => name)).toEqual([
      'Helga Brandt',
      'Anna Nowak',
    ])
    expect(await readRole(await anna.notebook())).toBe('reader')
  })

  it('counts a second tablet of one’s own as the same person', async () => {
    const server = new Server()
    const helga = await found(server, 'Helga')
    await joined(server, helga, { guest: 'Helga', own: true })
    await exchangeRound(helga.exchange)
    const circle = await readCircle(await helga.notebook())
    expect(circle?.members).toHaveLength(1)
    expect(circle?.members[0]?.devices.map(({ role }) => role)).toEqual(['coordinator', 'member'])
  })

  it('lets a reader write once a coordinator has raised it', async () => {
    const server = new Server()
    const helga = await found(server)
    const anna = await joined(server, helga, { role: 'reader' })
    await setRole(helga.exchange, (await keysNow(anna.exchange)).id, 'member')
    await exchangeRound(anna.exchange)
    expect(await readRole(await anna.notebook())).toBe('member')
    await write(anna, edit(newId(), 'note', { text: 'now I may' }))
    await exchangeRound(anna.exchange)
    await exchangeRound(helga.exchange)
    expect(await seenOn(helga)).toEqual(await seenOn(anna))
  })

  it('invites for two weeks by the clock of the exchange, wherever the tablet’s was set meanwhile', async () => {
    const server = new Server()
    const helga = await found(server)
    for (const time of [-4_000_000_000_000, 4_000_000_000_000]) {
      helga.clock.time = time
      const { expires } = await inviteGuest(helga.exchange, `${publicUrl}/`, guest)
      expect(Math.abs(expires - Date.now() - 14 * 24 * 60 * 60 * 1000)).toBeLessThan(60_000)
    }
  })

  it('opens an invitation once, and not after it was withdrawn', async () => {
    const server = new Server()
    const helga = await found(server)
    const ask = askAt(publicUrl, server.fetch)
    const { digits, slip } = await inviteGuest(helga.exchange, `${publicUrl}/`, guest)
    expect((await openSlip(ask, secretOf(digits))).box.notebook).toBe('Verein Altenbrück')
    await revokeSlip(helga.exchange, slip)
    await expect(openSlip(ask, secretOf(digits))).rejects.toMatchObject({ reason: 'revoked' })
    expect((await readCircle(await helga.notebook()))?.invitations).toEqual([])
  })

  it('keeps what somebody wrote who left, and takes nothing more from there', async () => {
    const server = new Server()
    const helga = await found(server)
    const anna = await joined(server, helga)
    await write(anna, edit(newId(), 'note', { text: 'my last word' }))
    await leaveSpace(anna.exchange)
    await write(anna, edit(newId(), 'note', { text: 'after' }))
    await expect(exchangeRound(anna.exchange)).rejects.toBeDefined()
    await exchangeRound(helga.exchange)
    const seen = Object.values(await seenOn(helga)) as { fields: { text?: string } }[]
    expect(seen.flatMap(({ fields }) => fields.text ?? [])).toEqual(['my last word'])
    expect((await readCircle(await helga.notebook()))?.left).toHaveLength(1)
  })
})
