import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { openProxy, type Proxy } from '../../bench/proxy.ts'
import { reportJoin, showJoin } from '../../bench/join-report.ts'
import { editsOf, volumeOf } from '../../bench/growth-edits.ts'
import type { Contender } from '../../bench/contender.ts'
import type { Run } from '../../bench/join.ts'
import {
  applyEdits,
  digestOf,
  editSign,
  fieldsOf,
  fullVolume,
  makeEdits,
  makeRecords,
} from '../../bench/workload.ts'
import { isId } from '../../src/shared/ids.ts'

const volume = { person: 30, note: 30, event: 15, edits: 40 }

describe('the records of the join', () => {
  it('are as many as promised, with ids like real ones and all fields of their kind', () => {
    expect(fullVolume.person + fullVolume.note + fullVolume.event).toBe(10_000)
    const records = makeRecords(1, volume)
    expect(records).toHaveLength(75)
    expect(new Set(records.map((record) => record.id)).size).toBe(75)
    expect(records.every((record) => isId(record.id))).toBe(true)
    for (const { kind, fields } of records) expect(Object.keys(fields)).toEqual(fieldsOf[kind])
    expect(fieldsOf.person).toHaveLength(12)
    const notes = records.filter((record) => record.kind === 'note')
    expect(notes.every((note) => note.fields['text']?.length === 600)).toBe(true)
  })

  it('are the same for the same seed and others for another', async () => {
    const digest = (seed: number): Promise<string> => digestOf(makeRecords(seed, volume))
    expect(await digest(3)).toBe(await digest(3))
    expect(await digest(3)).not.toBe(await digest(4))
  })

  it('are edited in one field each, visibly', () => {
    const [records, edits] = [makeRecords(2, volume), makeEdits(2, volume)]
    expect(new Set(edits.map((edit) => edit.id)).size).toBe(40)
    const edited = applyEdits(records, edits)
    const changed = edited.flatMap(({ fields }, at) =>
      Object.keys(fields).filter((field) => fields[field] !== records[at]?.fields[field]),
    )
    expect(changed).toHaveLength(40)
    const marked = (list: typeof records): number =>
      list.filter(({ fields }) => Object.values(fields).some((value) => value.startsWith(editSign))).length
    expect([marked(records), marked(edited)]).toEqual([0, 40])
  })

  it('have a digest that no order changes and every edit does', async () => {
    const records = makeRecords(5, volume)
    const digest = await digestOf(records)
    expect(await digestOf([...records].reverse())).toBe(digest)
    const [edit] = makeEdits(5, volume)
    expect(await digestOf(applyEdits(records, edit ? [edit] : []))).not.toBe(digest)
    expect(await digestOf(records.slice(1))).not.toBe(digest)
  })
})

describe('the same records, edited more or less often', () => {
  const records = makeRecords(6, volumeOf(50))

  function inTheEnd(edits: number): Map<string, object> {
    const fields = new Map<string, object>()
    for (const round of editsOf(6, records, edits))
      for (const { id, set } of round) fields.set(id, { ...fields.get(id), ...set })
    return fields
  }

  it('are the same in the end', () => {
    expect(records).toHaveLength(50)
    for (const edits of [1, 7])
      for (const { id, fields } of records) expect(inTheEnd(edits).get(id)).toEqual(fields)
  })

  it('were each edited so often, in one field at a time, in another order every time', () => {
    const [first, ...rounds] = [...editsOf(6, records, 4)]
    expect(first?.map(({ id }) => id)).toEqual(records.map(({ id }) => id))
    expect(rounds).toHaveLength(4)
    const orders = new Set(rounds.map((round) => round.map(({ id }) => id).join()))
    expect(orders.size).toBe(4)
    for (const round of rounds) {
      expect(new Set(round.map(({ id }) => id)).size).toBe(50)
      expect(round.every(({ set }) => Object.keys(set).length === 1)).toBe(true)
    }
  })
})

describe('the counted way to a server', () => {
  const opened: { server: Server; proxy: Proxy }[] = []
  afterEach(async () => {
    for (const { server, proxy } of opened.splice(0)) {
      await proxy.stop()
      server.close()
    }
  })

  async function openWay(answer: (socket: Socket) => void): Promise<Proxy> {
    const server = createServer(answer)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const proxy = await openProxy()
    proxy.leadTo((server.address() as AddressInfo).port)
    opened.push({ server, proxy })
    return proxy
  }

  async function send(port: number, bytes: Buffer): Promise<Buffer> {
    const socket = connect(port, '127.0.0.1')
    const parts: Buffer[] = []
    socket.on('data', (part) => parts.push(part))
    socket.on('error', () => undefined)
    socket.end(bytes)
    await once(socket, 'close')
    return Buffer.concat(parts)
  }

  it('hands on every byte and counts it, in both directions', async () => {
    const proxy = await openWay((socket) => {
      let length = 0
      socket.on('data', (part) => (length += part.length))
      socket.on('end', () => socket.end(Buffer.alloc(length * 2, 7)))
    })
    const answer = await send(proxy.port, Buffer.alloc(300_000, 1))
    expect(answer.equals(Buffer.alloc(600_000, 7))).toBe(true)
    expect(proxy.count()).toEqual({ up: 300_000, down: 600_000 })
    await send(proxy.port, Buffer.alloc(5))
    expect(proxy.count()).toEqual({ up: 300_005, down: 600_010 })
  })

  it('ends a connection whose server went away, and goes on', async () => {
    let calls = 0
    const proxy = await openWay((socket) => {
      calls += 1
      if (calls === 1) socket.destroy()
      else socket.end('here')
    })
    expect(await send(proxy.port, Buffer.from('one'))).toHaveLength(0)
    expect(String(await send(proxy.port, Buffer.from('two')))).toBe('here')
  })
})

describe('the report of the join', () => {
  const contender = (name: string): Contender => ({
    name,
    encrypted: false,
    note: `note of ${name}`,
    page: '',
    script: '',
    serve: () => Promise.reject(new Error('nobody asks')),
  })
  const run = (ms: number): Run => ({
    stretchMs: 0,
    push: { ms, bytes: 1000 },
    join: { ms: ms * 2, bytes: 2000 },
    edits: { ms, bytes: 500 },
    serverBytes: 4000,
  })
  const measured = [
    { contender: contender('base'), runs: [run(100), run(300), run(200)] },
    { contender: contender('other'), runs: [run(20), run(40), run(30)] },
  ]

  const bare = [{ ids: 10, rows: 20, shared: 1 }]

  it('gives medians of the rounds and their ratios to one of them', () => {
    const report = reportJoin({ seed: 1, volume }, { all: measured, bare }, 'base')
    const [base, other] = report.contenders
    expect(base?.median.joinMs).toBe(400)
    expect(base?.ratio.joinMs).toBe(1)
    expect(other?.median).toMatchObject({ joinMs: 60, joinBytes: 2000, serverBytes: 4000 })
    expect(other?.ratio).toMatchObject({ joinMs: 0.15, joinBytes: 1 })
    expect(report.records).toBe(75)
    expect(report.bare).toEqual(bare[0])
    expect(showJoin(report)).toContain('note of other')
  })

  it('says of each limit whether it was kept', () => {
    const aged = (ms: number, bytes: number) => ({ ...run(ms), join: { ms, bytes } })
    const all = [
      { contender: contender('base'), runs: [aged(1000, 1000)] },
      { contender: contender('Ponte, by checkpoint'), runs: [aged(150, 400)] },
    ]
    const report = reportJoin({ seed: 1, volume }, { all, bare }, 'base')
    expect(report.limits.map(({ figure, ratio, limit }) => [figure, ratio, limit])).toEqual([
      ['joinMs', 0.15, 0.1],
      ['joinBytes', 0.4, 0.5],
    ])
    expect(showJoin(report)).toMatch(/time of a join: 0\.15 .* MISSED/)
    expect(showJoin(report)).toMatch(/bytes of a join: 0\.40 .* kept/)
  })

  it('refuses to compare with somebody who was not there', () => {
    expect(() => reportJoin({ seed: 1, volume }, { all: measured, bare }, 'nobody')).toThrow(
      'nobody was not measured',
    )
  })
})
