import type { JSX } from 'preact'
import { useThumb } from '../../db/photo.ts'
import { Picture } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Row } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { TwiceMark } from '../../ui/twice-mark.tsx'
import { nameOf, nextWords, pathOf, sinceWords, whatItIs, type Numbered } from './words.ts'

function Gate({ photo, number }: { photo: string; number: number }): JSX.Element {
  const url = useThumb(photo)
  return (
    <span class="numbered-gate" aria-hidden="true">
      {url ? <img class="picture gate" src={url} alt="" /> : <Picture name="door-towns" look="gate" />}
      <span class="dot">{number}</span>
    </span>
  )
}

/** A partner town in a list: its number on the map, country and kind, since when, and what is next. */
export function TownLine({ one, number }: Numbered): JSX.Element {
  const { t, language } = useText()
  const { town, partnership } = one
  const [since, next] = [sinceWords(one, language), nextWords(one, t, language)]
  const details = [
    since ? t('towns.since', { when: since }) : '',
    next ? t('towns.next', { what: next }) : '',
  ].filter(Boolean)
  return (
    <Row
      to={href(pathOf(one))}
      picture={<Gate photo={town?.photo || partnership?.photo || ''} number={number} />}
      detail={
        details.length > 0 &&
        details.map((detail) => (
          <span class="line" key={detail}>
            {detail}
          </span>
        ))
      }
    >
      <strong class="line">{nameOf(one, language) || t('towns.unnamed')}</strong>
      {whatItIs(one, t, language).map((words) => (
        <span class="line" key={words}>
          {words}
        </span>
      ))}
      <TwiceMark twice={[...(partnership?.twice ?? []), ...(town?.twice ?? [])]} />
    </Row>
  )
}
