import { pick } from '../../../bench/random.ts'
import { commitForm, keepDraft, openForm } from '../../../src/db/draft.ts'
import type { DraftRow } from '../../../src/db/tables.ts'
import { afterCommit, draftOf } from '../../../src/db/typed.ts'
import { newId } from '../../../src/shared/ids.ts'
import type { Value } from '../../../src/shared/value.ts'
import type { Edit } from './ledger.ts'
import { isRefused, promise, someRecord } from './promise.ts'
import type { OpenForm, Tab, Tablet } from './tablet.ts'
import { wordsFor } from './words.ts'
import type { World } from './world.ts'

/** Opens a form on some record. */
export async function openSome(world: World, _: Tablet, tab: Tab): Promise<void> {
  const there = await someRecord(world, tab)
  if (!there || tab.forms.length > 2) return
  const [id, opened] = [newId(world.random), await openForm(tab.notebook, there.id)]
  tab.forms.push({ id, record: there.id, kind: there.kind, opened, typed: {}, draft: undefined })
}

/** The draft of a form as the app makes it, and the same for the ledger. */
function draftNow(world: World, form: OpenForm): { row: DraftRow; edit: Edit } | undefined {
  const { id, record, kind, opened, typed, draft } = form
  const changed = draftOf(opened, typed, {})
  if (!changed) return undefined
  const shown: Record<string, Value[]> = {}
  for (const field of Object.keys(changed.set)) {
    // What was typed before, and kept as a draft, goes with what is typed over it.
    const typedBefore = draft && field in draft.set ? [draft.set[field] ?? null] : []
    shown[field] = [...(changed.shown[field] ?? []), ...(draft?.shown[field] ?? []), ...typedBefore]
  }
  return { row: { id, record, kind, ...changed }, edit: world.ledger.note(record, changed.set, shown) }
}

/** Types into an open form; mostly a draft of it is kept. */
export async function type(world: World, tablet: Tablet, tab: Tab): Promise<void> {
  if (tab.forms.length === 0) return openSome(world, tablet, tab)
  const form = pick(world.chance, tab.forms)
  form.typed = { ...form.typed, ...wordsFor(world, form.kind) }
  const now = draftNow(world, form)
  if (!now || world.chance() < 0.3) return
  const before = form.draft
  try {
    await keepDraft(tab.notebook, now.row)
    form.draft = now.edit
    tablet.drafts.set(form.id, now.edit)
  } catch (error) {
    if (!isRefused(error)) throw error
    form.typed = before?.set ?? {}
  }
}

/** Leaves some form. */
export async function leaveForm(world: World, tablet: Tablet, tab: Tab): Promise<void> {
  const form = tab.forms[Math.floor(world.chance() * tab.forms.length)]
  if (form) await commit(world, tablet, tab, form)
}

/** Leaves a form by one of its doors; a few stay open. */
async function commit(world: World, tablet: Tablet, tab: Tab, form: OpenForm): Promise<void> {
  const staysOpen = world.chance() < 0.3
  const now = draftNow(world, form)
  const isDone = !now || (await promise(tablet, [now.edit], () => commitForm(tab.notebook, now.row)))
  if (!isDone) form.typed = form.draft?.set ?? {}
  if (isDone) tablet.drafts.delete(form.id)
  if (now && isDone) {
    form.draft = undefined
    form.opened = afterCommit(form.opened, now.row.set)
    form.typed = {}
  }
  if (!staysOpen && isDone) tab.forms.splice(tab.forms.indexOf(form), 1)
}

/** Everything that is open is left, as when the app is put away. */
export async function putAway(world: World, tablet: Tablet, tab: Tab): Promise<void> {
  for (const form of tab.forms.slice()) await commit(world, tablet, tab, form)
}
