import type { Row } from '../../db/show.ts'
import type { Notebook } from '../../db/tables.ts'
import { nameOfDevice, personCalled } from '../../db/who.ts'
import { emailsOf, phonesOf } from '../../records/contact.ts'
import { textOf } from '../../records/fields.ts'
import { readCircle } from '../../sync/status.ts'

/** How somebody can be reached; one of the two is ''. */
export type Reach = { readonly name: string; readonly email: string; readonly phone: string }

export type Author = {
  /** Who wrote a record; '' where nobody knows. */
  readonly name: string
  /** The author, else a coordinator of the notebook; undefined where neither's address is known. */
  readonly reach: Reach | undefined
}

/** By e-mail, else by telephone, as the address book of the notebook has it. */
async function reachOf(notebook: Notebook, name: string): Promise<Reach | undefined> {
  const person = await personCalled(notebook, name)
  const email = person && emailsOf(person.fields)[0]?.value.address
  const phone = person && phonesOf(person.fields)[0]?.value.number
  if (email) return { name, email, phone: '' }
  return phone ? { name, email: '', phone } : undefined
}

async function coordinators(notebook: Notebook): Promise<string[]> {
  const { members = [] } = (await readCircle(notebook)) ?? {}
  return members
    .filter(({ devices }) => devices.some(({ role }) => role === 'coordinator'))
    .map(({ name }) => name)
}

/** Who wrote a record, and whom to turn to about it. */
export async function findAuthor(notebook: Notebook, row: Row): Promise<Author> {
  const name = textOf(row.fields, 'author').trim() || (await nameOfDevice(notebook, row.changedBy))
  for (const one of [name, ...(await coordinators(notebook))]) {
    const reach = await reachOf(notebook, one)
    if (reach) return { name, reach }
  }
  return { name, reach: undefined }
}
