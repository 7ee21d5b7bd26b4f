import { readSettings } from '../../db/device.ts'
import { listInvited } from '../../db/invited.ts'
import { useLive } from '../../db/live.ts'
import { useOpen } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { personCalled } from '../../db/who.ts'
import { answersOf } from '../../records/answers.ts'
import { tickedIn } from '../../records/fields.ts'
import { sortByName } from '../../shared/collate.ts'
import { useText } from '../../ui/text.ts'

/** Everybody who is invited, alone or with a group, and who answered all the same; sorted by name. */
export function useInvited(event: Row, original: string): { people: Row[]; groups: Row[] } | undefined {
  const { notebook } = useOpen()
  const { language } = useText()
  const { fields } = event
  const ids = [
    ...tickedIn(fields, 'groups'),
    ...tickedIn(fields, 'invited'),
    ...answersOf(fields, original).keys(),
  ]
  return useLive(async () => {
    const { groups, people } = await listInvited(notebook, fields, original)
    return { groups, people: sortByName(people, (row) => row.sort, language) }
  }, [notebook, original, ids.join(), language])
}

/** The person in the address book who has the name that was given to this device. */
export function useMe(): Row | undefined {
  const { notebook, device } = useOpen()
  const name = useLive(async () => (await readSettings(device)).myName.trim(), [device])
  return useLive(async () => (name ? personCalled(notebook, name) : undefined), [notebook, name])
}
