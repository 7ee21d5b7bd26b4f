import type { JSX } from 'preact'
import { usePhoto, useThumb } from '../../db/photo.ts'
import type { Row } from '../../db/show.ts'
import { stateOf } from '../../records/kinds/project.ts'
import { Picture } from '../../ui/picture.tsx'
import type { PictureName } from '../../ui/pictures.ts'
import { useText } from '../../ui/text.ts'

const drawn: readonly PictureName[] = ['festival', 'video', 'group', 'choir', 'cooking', 'stammtisch']

/** The drawn picture of a project that has no photo: an idea looks like one, any other keeps its own for ever. */
function pictureOf(project: Row): PictureName {
  if (stateOf(project.fields) === 'idea') return 'door-ideas'
  const sum = Array.from(project.id).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  return drawn[sum % drawn.length] ?? 'festival'
}

function PhotoThumb({ photo }: { photo: string }): JSX.Element {
  const url = useThumb(photo)
  return url ? <img class="picture thumb" src={url} alt="" /> : <div class="picture thumb" />
}

/** A project's small picture in lists. */
export const Thumb = ({ project }: { project: Row }): JSX.Element =>
  project.photo ? <PhotoThumb photo={project.photo} /> : <Picture name={pictureOf(project)} look="thumb" />

function PhotoHero({ project }: { project: Row }): JSX.Element {
  const { t } = useText()
  const url = usePhoto(project.photo)
  if (!url) return <div class="picture hero r21" />
  return <img class="picture hero r21" src={url} alt={t('projects.photoOf', { name: project.label })} />
}

/** The same at the top of its page. */
export const Hero = ({ project }: { project: Row }): JSX.Element =>
  project.photo ? <PhotoHero project={project} /> : <Picture name={pictureOf(project)} look="hero r21" />
