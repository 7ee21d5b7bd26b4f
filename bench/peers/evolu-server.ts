// The relay of Evolu 7: its own functions for protocol and storage, on a WebSocket and the SQLite of Node, and the
// page: node evolu-server.ts <folder for data> <folder of the page>
import { timingSafeEqual } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { createRandom, createSqlite } from '@evolu/common'
import {
  applyProtocolMessageAsRelay,
  createBaseSqliteStorageTables,
  createRelaySqliteStorage,
  createRelayStorageTables,
  defaultProtocolMessageMaxSize,
} from '@evolu/common/local-first'
import express from 'express'
import { WebSocket, WebSocketServer } from 'ws'

const [data, site] = process.argv.slice(2)
if (!data || !site) throw new Error('Name the folder for the data and the folder of the page.')
mkdirSync(data, { recursive: true })

const database = new DatabaseSync(join(data, 'relay.db'))
const statements = new Map<string, StatementSync>()

function prepared(sql: string): StatementSync {
  const known = statements.get(sql) ?? database.prepare(sql)
  statements.set(sql, known)
  return known
}

const made = await createSqlite({
  createSqliteDriver: async () => ({
    exec: ({ sql, parameters }) => {
      const statement = prepared(sql)
      if (statement.columns().length === 0)
        return { rows: [], changes: Number(statement.run(...parameters).changes) }
      return { rows: statement.all(...parameters) as Record<string, string>[], changes: 0 }
    },
    export: () => new Uint8Array(),
    [Symbol.dispose]: () => database.close(),
  }),
})('relay')
if (!made.ok) throw new Error('the relay has no database')
const sqlite = made.value
createBaseSqliteStorageTables({ sqlite })
createRelayStorageTables({ sqlite })
const storage = createRelaySqliteStorage({ sqlite, random: createRandom(), timingSafeEqual })({
  onStorageError: (error) => console.error(error),
  isOwnerWithinQuota: () => true,
})

const app = express()
const server = createServer(app)
const originOf = (): string => {
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the relay has no address')
  return `http://127.0.0.1:${address.port}`
}
const stored = database.prepare('select count(*) as count from evolu_message')
app.use('/site', express.static(site))
app.use('/direct', (_, response) => response.end(originOf()))
app.use('/stored', (_, response) => {
  response.setHeader('access-control-allow-origin', '*')
  response.end(String(stored.get()?.['count']))
})

const listeners = new Map<string, Set<WebSocket>>()
const listenersOf = (owner: string): Set<WebSocket> => {
  const known = listeners.get(owner) ?? new Set()
  listeners.set(owner, known)
  return known
}

async function answer(socket: WebSocket, message: Uint8Array): Promise<void> {
  const response = await applyProtocolMessageAsRelay({ storage })(message, {
    subscribe: (owner) => listenersOf(owner).add(socket),
    unsubscribe: (owner) => listenersOf(owner).delete(socket),
    broadcast: (owner, news) => {
      for (const other of listenersOf(owner))
        if (other !== socket && other.readyState === WebSocket.OPEN) other.send(news, { binary: true })
    },
  })
  if (response.ok) socket.send(response.value.message, { binary: true })
  else console.error(response.error)
}

new WebSocketServer({ server, maxPayload: defaultProtocolMessageMaxSize }).on('connection', (socket) => {
  socket.on('message', (message: Uint8Array) => {
    answer(socket, message).catch((error: unknown) => console.error(error))
  })
  socket.on('close', () => listeners.forEach((sockets) => sockets.delete(socket)))
})
server.listen(0, '127.0.0.1', () => console.log(originOf()))
