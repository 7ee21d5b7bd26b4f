import { go, href, onMove, replace } from '../../ui/route.ts'
import type { Made } from './make.ts'

const pathOf = ({ kind, id }: Pick<Made, 'kind' | 'id'>): string =>
  kind === 'project' ? `/projects/${id}` : `/events/${id}`

/**
 * Leads to what was made. An event is opened for change on top of its page, which is where its form goes back to: time, place and
 * link are still to be filled in.
 */
export function leadOn(made: Pick<Made, 'kind' | 'id'>): void {
  const path = pathOf(made)
  if (made.kind === 'event') {
    const stop = onMove(() => {
      stop()
      if (location.hash === href(path)) go(`${path}/change`)
    })
  }
  go(path)
}

/** Back to where it was begun where what was made is gone again while it is being looked at. */
export function leaveGone(made: Pick<Made, 'kind' | 'id'>, home: string): void {
  if (location.hash.startsWith(href(pathOf(made)))) replace(home)
}
