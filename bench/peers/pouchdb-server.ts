// PouchDB's own server with LevelDB, and the page: node pouchdb-server.ts <folder for data> <folder of the page>
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import express from 'express'
import expressPouchdb from 'express-pouchdb'
import PouchDB from 'pouchdb'

const [data, site] = process.argv.slice(2)
if (!data || !site) throw new Error('Name the folder for the data and the folder of the page.')
mkdirSync(data, { recursive: true })

const app = express()
app.use('/site', express.static(site))
app.use(
  '/db',
  expressPouchdb(PouchDB.defaults({ prefix: join(data, '/') }), {
    mode: 'minimumForPouchDB',
    inMemoryConfig: true,
  }),
)
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`)
})
