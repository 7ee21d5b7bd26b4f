import { toEntry } from '../../db/backup/entry.ts'
import { toBase64 } from '../../db/backup/pictures.ts'
import type { Everything, Mention } from '../../db/mentions.ts'
import type { Notebook, PhotoRow } from '../../db/tables.ts'

/** How the page looks in any browser, also an old one, and on paper. */
const style =
  'body{font:1.3rem/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}dt{font-weight:bold}dd{margin:0 0 .5rem;white-space:pre-wrap}img{max-width:100%;max-height:20rem}'

const dataUrl = ({ type, bytes }: PhotoRow): string => `data:${type};base64,${toBase64(bytes)}`

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)

type PageOf = { readonly sheet: Element; readonly title: string; readonly language: string }

/** The sheet as a page of its own that needs nothing else: its pictures lie inside. */
export async function pageFile({ tables }: Notebook, { sheet, title, language }: PageOf): Promise<Blob> {
  const copy = sheet.cloneNode(true) as Element
  for (const image of copy.querySelectorAll('img')) {
    const row = await tables.thumbs.get(image.getAttribute('data-photo') ?? '')
    if (row) image.setAttribute('src', dataUrl(row))
    else image.remove()
  }
  const head = `<meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style>`
  const html = `<!doctype html><html lang="${language}"><head>${head}</head><body>${copy.innerHTML}</body></html>\n`
  return new Blob([html], { type: 'text/html' })
}

/** The same records for other programs: entries as in a backup (docs/format.md), with the photos that lie here. */
export async function recordsFile(notebook: Notebook, { own, mentions }: Everything): Promise<Blob> {
  const { tables, now } = notebook
  const entryOf = async ({ versions }: Mention): Promise<object> => {
    const { stamps: _stamps, ahead: _ahead, ...entry } = toEntry(versions)
    const full = versions.kind === 'photo' ? await tables.photos.get(versions.record) : undefined
    return { ...entry, ...(full && { photo: { type: full.type, bytes: toBase64(full.bytes) } }) }
  }
  const made = new Date(now()).toISOString()
  const parts = [`{"format":"ponte-person","version":1,"made":"${made}","entries":[`]
  for (const [index, mention] of [own, ...mentions].entries())
    parts.push(`${index ? ',' : ''}\n${JSON.stringify(await entryOf(mention))}`)
  return new Blob([...parts, '\n]}\n'], { type: 'application/json' })
}
