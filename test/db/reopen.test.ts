import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { rowOf } from '../../src/db/find.ts'
import { save } from '../../src/db/save.ts'
import { Tables } from '../../src/db/tables.ts'
import { newId } from '../../src/shared/ids.ts'

// iOS takes the connection away from an app in the background, without a word (Dexie#2008).
it('a save and a read after the system took the connection away work as if nothing had happened', async () => {
  const tables = new Tables(newId())
  await tables.open()
  const notebook = { space: 'space', me: newId(), tables, now: () => 1 }
  const record = newId()
  tables.backendDB().close()
  await save(notebook, [{ record, kind: 'note', set: { text: 'Bus bestellt' }, over: {} }])
  tables.backendDB().close()
  expect((await rowOf(notebook, record))?.label).toBe('Bus bestellt')
  tables.close()
})
