import { readSettings } from '../../db/device.ts'
import { listAbout, rowsOf } from '../../db/find.ts'
import { findByName } from '../../db/search.ts'
import { useLive } from '../../db/live.ts'
import { useOpen } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { tickedIn } from '../../records/fields.ts'
import { sortByName } from '../../shared/collate.ts'
import { fold } from '../../shared/fold.ts'
import { useText } from '../../ui/text.ts'
import { answersOf } from './coming.ts'

/** Everybody who is invited, alone or with a group, and who answered all the same; sorted by name. */
export function useInvited(event: Row, original: string): { people: Row[]; groups: Row[] } | undefined {
  const { notebook } = useOpen()
  const { language } = useText()
  const { fields } = event
  const groupIds = tickedIn(fields, 'groups')
  const ids = [...tickedIn(fields, 'invited'), ...answersOf(fields, original).keys()]
  return useLive(async () => {
    const groups = await rowsOf(notebook, groupIds)
    const members = (await Promise.all(groups.map((group) => listAbout(notebook, group.id)))).flat()
    const all = [...(await rowsOf(notebook, ids)), ...members.filter((row) => row.kind === 'person')]
    const people = [...new Map(all.map((row) => [row.id, row])).values()]
    return { groups, people: sortByName(people, (row) => row.sort, language) }
  }, [notebook, groupIds.join(), ids.join(), language])
}

/** The person in the address book who has the name that was given to this device. */
export function useMe(): Row | undefined {
  const { notebook, device } = useOpen()
  const name = useLive(async () => (await readSettings(device)).myName.trim(), [device])
  return useLive(async () => {
    if (!name) return undefined
    const found = await findByName(notebook, ['person'], name)
    return found.find((row) => fold(row.label) === fold(name))
  }, [notebook, name])
}
