import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { loadPicture, type PictureName } from './pictures.ts'

/** A drawn picture; the words beside it say the same, so it is silent. Its place is kept while it loads. */
export function Picture({ name, look = '' }: { name: PictureName; look?: string }): JSX.Element {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let gone = false
    loadPicture(name).then(
      (picture) => gone || place.current?.replaceChildren(picture),
      // A page without its picture still says everything.
      (reason: unknown) => reportError(reason),
    )
    return () => {
      gone = true
    }
  }, [name])
  return <div class={`picture ${look}`} aria-hidden="true" ref={place} />
}

type PortraitProps = {
  initials: string
  url?: string | undefined
  big?: boolean
  alt?: string
  festive?: boolean
}

/**
 * A person's or group's round picture in lists, large on its own page; initials where there is no photo. `festive` is for
 * the number of years that are celebrated.
 */
export function Portrait({ initials, url, big, alt = '', festive }: PortraitProps): JSX.Element {
  const look = big ? 'portrait big' : 'portrait'
  if (url) return <img class={look} src={url} alt={alt} />
  return (
    <span class={`${look} initials${festive ? ' festive' : ''}`} aria-hidden="true">
      {initials}
    </span>
  )
}

/** The first letters of the first two words of a name. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  return words
    .slice(0, 2)
    .map((word) => Array.from(word)[0]?.toUpperCase() ?? '')
    .join('')
}
