import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { readCircle, readRole, type Circle } from '../../sync/status.ts'

/** How long it is told that somebody came in by a recovery sheet. */
const twoWeeks = 14 * 24 * 60 * 60 * 1000

export type Trust = {
  /** Who came in by a recovery sheet lately, on another device than this one. */
  readonly came: Circle['recovered']
  /** One lost device could be the end of it, and here something can be done about that. */
  readonly lacksSheet: boolean
  /** Who coordinates, by name. */
  readonly coordinators: readonly string[]
}

function trustIn({ members, sheets, recovered }: Partial<Circle>, now: number, isMine: boolean): Trust {
  const devices = (members ?? []).flatMap((member) => member.devices)
  const mine = devices.find(({ isThis }) => isThis)?.id
  const coordinators = (members ?? []).filter((member) =>
    member.devices.some(({ role }) => role === 'coordinator'),
  )
  return {
    came: (recovered ?? []).filter(
      ({ device, at }) => device !== mine && (at === undefined || now - at < twoWeeks),
    ),
    lacksSheet: isMine && coordinators.length === 1 && !sheets?.length,
    coordinators: coordinators.map(({ name }) => name).filter(Boolean),
  }
}

/** What there is to be told about who is in the notebook; undefined until it is known. */
export function useTrust(): Trust | undefined {
  const notebook = useNotebook()
  return useLive(async () => {
    const [circle, role] = [await readCircle(notebook), await readRole(notebook)]
    return trustIn(circle ?? {}, notebook.now(), role === 'coordinator')
  }, [notebook])
}
