import { checkpointsOf } from './sqlite/checkpoints.ts'
import { openDatabase } from './sqlite/database.ts'
import { doorOf } from './sqlite/door.ts'
import { leftoversOf } from './sqlite/leftovers.ts'
import { logOf } from './sqlite/log.ts'
import { photosOf } from './sqlite/photos.ts'
import { registerOf } from './sqlite/register.ts'
import { rostersOf } from './sqlite/rosters.ts'
import type { Store } from './store.ts'

/** The store in one SQLite file, made if it isn't there. Throws a sentence if a newer version wrote it. */
export function openSqlite(file: string): Store {
  const database = openDatabase(file)
  return {
    ...doorOf(database),
    ...rostersOf(database),
    ...logOf(database),
    ...checkpointsOf(database),
    ...photosOf(database),
    ...leftoversOf(database),
    ...registerOf(database),
    close: async () => database.close(),
  }
}
