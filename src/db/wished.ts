import type { Tables } from './tables.ts'

const key = 'wish-erase'

type Meta = Pick<Tables, 'meta'>

/** What is to be erased for good as soon as there is a network. For `useLive`. */
export async function wishedErasures({ meta }: Meta): Promise<string[]> {
  return JSON.parse((await meta.get(key))?.value ?? '[]') as string[]
}

/** Wishes to have these erased too. */
export async function wishErasures({ meta }: Meta, ids: readonly string[]): Promise<void> {
  await meta.db.transaction('rw', meta, async () => {
    const wished = new Set([...(await wishedErasures({ meta })), ...ids])
    await meta.put({ key, value: JSON.stringify([...wished]) })
  })
}

/** These are erased, or nobody wants it any more. */
export async function dropErasures({ meta }: Meta, ids: readonly string[]): Promise<void> {
  if (!(await meta.get(key))) return
  await meta.db.transaction('rw', meta, async () => {
    const left = (await wishedErasures({ meta })).filter((id) => !ids.includes(id))
    await (left.length > 0 ? meta.put({ key, value: JSON.stringify(left) }) : meta.delete(key))
  })
}
