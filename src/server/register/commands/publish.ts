import { readFileSync } from 'node:fs'
import { isId, newId } from '../../../shared/ids.ts'
import { wrongField } from '../../../shared/register/content.ts'
import { registerLimits } from '../../../shared/register/limits.ts'
import { office, readStatement, writeStatement, type Statement } from '../../../shared/register/statement.ts'
import { entryTypes } from '../../../shared/register/words.ts'
import type { Store } from '../../store/store.ts'
import { runCommand } from './command.ts'

const most = { there: 10 * registerLimits.entries, ever: 10 * registerLimits.everEntries }

/** One entry as a file has it: `type` and `content`; with `entry`, an id, it revises or (`content` null) withdraws that one. */
type Wanted = { readonly [field: string]: unknown }

function listIn(file: string): Wanted[] {
  const said: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const list: unknown[] = Array.isArray(said) ? said : [said]
  if (!list.every((one) => typeof one === 'object' && one !== null))
    throw new Error(`${file}: no entries in it`)
  return list as Wanted[]
}

/** The statement that is meant. Throws a sentence that names what is wrong. */
async function statementOf(
  store: Store,
  { type: name, content, entry = newId() }: Wanted,
): Promise<Statement> {
  const type = entryTypes.find((one) => one === name)
  if (!type) throw new Error(`type must be one of ${entryTypes.join(', ')}`)
  if (!isId(entry)) throw new Error('entry must be an id of 32 characters, as this command has told it')
  const wrong = content === null ? undefined : wrongField(type, content)
  if (wrong !== undefined) throw new Error(`content.${wrong} is missing or can't be so: see docs/register.md`)
  const kept = await store.publicEntry(entry)
  const revision = (kept?.revision ?? 0) + 1
  const statement = { entry, publisher: office, device: office, type, revision, content } as Statement
  return readStatement(writeStatement(statement))
}

// npm run register:publish -- FILE.json: entries of the office.
await runCommand(async ({ words, store, now, mark }) => {
  const [file] = words
  if (file === undefined) throw new Error('which file? npm run register:publish -- FILE.json')
  const wanted = listIn(file)
  const statements: Statement[] = []
  for (const [at, one] of wanted.entries()) {
    try {
      statements.push(await statementOf(store, one))
    } catch (error) {
      throw new Error(`${file}, entry ${at + 1}: ${error instanceof Error ? error.message : ''}`, {
        cause: error,
      })
    }
  }
  const told: string[] = []
  for (const statement of statements) {
    const signed = { signature: '', key: '', at: now, mark: mark() }
    const kept = await store.publish({ statement, bytes: writeStatement(statement), ...signed }, most)
    if (typeof kept === 'string') throw new Error([...told, `${statement.entry}: ${kept}`].join('\n'))
    told.push(
      `${statement.content ? 'published' : 'withdrawn'} ${statement.entry}: ${statement.content?.title ?? ''}`,
    )
  }
  return told.join('\n')
})
