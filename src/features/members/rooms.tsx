import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { Screen } from '../../ui/feature.ts'
import { useMayWrite } from '../../ui/may-write.ts'
import { matchPath, usePath } from '../../ui/route.ts'
import { Begin } from './begin.tsx'
import { Card } from './card.tsx'
import { DevicePage } from './device.tsx'
import { InvitationShown } from './invitation.tsx'
import { Invite } from './invite.tsx'
import { Leave } from './leave.tsx'
import { Members } from './members.tsx'
import { Notebooks } from './notebooks.tsx'
import { Remove } from './remove.tsx'
import { Rename } from './rename.tsx'
import { Share } from './share.tsx'
import { SheetSteps, SheetTry } from './sheet.tsx'
import { TakeOut } from './take-out.tsx'
import { UnsentPage } from './unsent.tsx'

const rooms: readonly (readonly [string, Screen])[] = [
  ['/members/share', Share],
  ['/members/invite', Invite],
  ['/members/invite/:slip', InvitationShown],
  ['/members/card/:slip', Card],
  ['/members/device/:device', DevicePage],
  ['/members/out/:device', TakeOut],
  ['/members/unsent/:device', UnsentPage],
  ['/members/sheet', SheetSteps],
  ['/members/sheet/try', SheetTry],
  ['/members/name', Rename],
  ['/members/leave', Leave],
  ['/members/notebooks', Notebooks],
  ['/members/begin', Begin],
  ['/members/remove/:space', Remove],
]

/** All screens of this feature behind one door: the first screen, which knows every address, need not name them all. */
export function Rooms(): JSX.Element {
  const now = usePath()
  // While another feature's screen is loaded, this one stays as it was.
  const last = useRef(now)
  if (now.startsWith('/members')) last.current = now
  const path = last.current
  const mayWrite = useMayWrite()
  for (const [pattern, Room] of rooms) {
    const params = matchPath(pattern, path)
    // The notebook's name is an entry like all others.
    if (params && (mayWrite || Room !== Rename)) return <Room key={path} params={params} />
  }
  return <Members />
}
