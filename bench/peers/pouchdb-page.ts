// Runs in the browser: a device that keeps its records in PouchDB's IndexedDB.
import type Pouch from 'pouchdb'
import type { DeviceVerbs, Task } from '../contender.ts'
import { digestOf, fieldsOf, makeEdits, makeRecords, type Kind, type Plain } from '../workload.ts'

/** Its finished scripts were run before. */
declare const PouchDB: typeof Pouch

type Document = Parameters<Pouch['bulkDocs']>[0][number]

/** Documents a request: quicker than its default of 100, and fewer bytes. */
const options = { batch_size: 1000 }
const together = 500

// Not its default adapter but the newer and quicker one.
const local = new PouchDB('notebook', { adapter: 'indexeddb' })
const server = new PouchDB(`${location.origin}/db/notebook`)
let task: Task | undefined

function given(): Task {
  if (!task) throw new Error('open comes first')
  return task
}

const toDocument = ({ id, kind, fields }: Plain): Document => ({ _id: id, kind, ...fields })

function toPlain(document: Document): Plain {
  const kind = document['kind'] as Kind
  return {
    id: document['_id'],
    kind,
    fields: Object.fromEntries(fieldsOf[kind].map((field) => [field, document[field] ?? ''])),
  }
}

async function put(documents: readonly Document[]): Promise<void> {
  for (let from = 0; from < documents.length; from += together) {
    const answers = await local.bulkDocs(documents.slice(from, from + together))
    const refused = answers.find((answer) => answer.error)
    if (refused) throw new Error(`PouchDB refused a record: ${JSON.stringify(refused)}`)
  }
}

async function demand(answer: Promise<{ readonly ok: boolean }>): Promise<void> {
  if (!(await answer).ok) throw new Error('PouchDB did not replicate')
}

const verbs: DeviceVerbs = {
  open: async (wanted) => {
    task = wanted
    await local.allDocs({ include_docs: true })
  },
  fill: () => put(makeRecords(given().seed, given().volume).map(toDocument)),
  push: () => demand(local.replicate.to(server, options)),
  invite: async () => '',
  join: () => demand(local.replicate.from(server, options)),
  stretched: async () => 0,
  // It only speaks when told to.
  pause: async () => undefined,
  edit: async () => {
    const edits = makeEdits(given().seed, given().volume)
    const { rows } = await local.allDocs({ keys: edits.map((edit) => edit.id), include_docs: true })
    const before = new Map(rows.map(({ doc }) => [doc['_id'], doc]))
    for (const { id, field, value } of edits) {
      const document = before.get(id)
      if (!document) throw new Error(`no ${id}`)
      await put([{ ...document, [field]: value }])
    }
  },
  pull: () => demand(local.replicate.from(server, options)),
  digest: async () => {
    const { rows } = await local.allDocs({ include_docs: true })
    return digestOf(rows.map(({ doc }) => toPlain(doc)))
  },
}

Object.assign(globalThis, { bench: verbs })
