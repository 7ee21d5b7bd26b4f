// Runs in the browser, on a page of its own: Dexie opens and the three newest notes are shown, nothing else.
import { allOf } from './peer-table.ts'

async function showNewest(): Promise<void> {
  const rows = await allOf('note').reverse().limit(3).toArray()
  const list = document.createElement('ul')
  list.append(...rows.map((row) => Object.assign(document.createElement('li'), { textContent: row.label })))
  document.body.append(list)
}

void showNewest()
