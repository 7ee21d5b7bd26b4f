import type { ComponentChildren, JSX } from 'preact'
import { Picture } from './picture.tsx'
import type { PictureName } from './pictures.ts'

/** Nothing here yet: one sentence, one button. */
export function Empty({
  picture,
  words,
  children,
}: {
  picture: PictureName
  words: string
  children?: ComponentChildren
}): JSX.Element {
  return (
    <div class="empty">
      <Picture name={picture} />
      <p>{words}</p>
      {children}
    </div>
  )
}
