import type { JSX } from 'preact'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { ideaStateOf } from '../../records/kinds/idea.ts'
import { mediumDate } from '../../ui/dates.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icons.ts'
import { useText } from '../../ui/text.ts'
import { stateIcons, stateKeys } from './states.ts'

/** How an idea stands, with which town, and when. */
export function Chips({ idea }: { idea: Row }): JSX.Element {
  const { t, language } = useText()
  const state = ideaStateOf(idea.fields)
  const [town, date] = [textOf(idea.fields, 'town'), textOf(idea.fields, 'date')]
  const more: readonly (readonly [IconName, string])[] = [
    ['map-pin', town],
    ['calendar-days', date && mediumDate(date, language)],
  ]
  return (
    <ul class="chips">
      <li class={state === 'agreed' || state === 'done' ? 'chip shared' : 'chip'}>
        <Icon name={stateIcons[state]} />
        <span>{t(stateKeys[state])}</span>
      </li>
      {more
        .filter(([, words]) => words)
        .map(([icon, words]) => (
          <li class="chip" key={icon}>
            <Icon name={icon} />
            <span>{words}</span>
          </li>
        ))}
    </ul>
  )
}

/** Whose idea it is, and whose it was first. */
export function Whose({ idea }: { idea: Row }): JSX.Element | null {
  const { t, language } = useText()
  const { fields } = idea
  const [author, first] = [textOf(fields, 'author'), textOf(fields, 'fromAuthor')]
  const day = mediumDate(textOf(fields, 'writtenAt').slice(0, 10), language)
  const written = [author && t('ideas.writtenBy', { name: author }), day].filter(Boolean).join(', ')
  return (
    <div class="small secondary">
      <p>{written}</p>
      {first && <p>{t('ideas.firstIdeaBy', { name: first })}</p>}
    </div>
  )
}
