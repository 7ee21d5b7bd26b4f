import type { JSX } from 'preact'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { useThumb } from '../../db/photo.ts'
import type { Row as RecordRow } from '../../db/show.ts'
import { townNameIn } from '../../records/kinds/town.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Page } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useText } from '../../ui/text.ts'
import { TwiceMark } from '../../ui/twice-mark.tsx'
import { ourTowns } from './linked.ts'
import { MapPart } from './map-part.tsx'
import {
  groupKeys,
  inGroups,
  nameOf,
  nextWords,
  pathOf,
  sinceWords,
  whatItIs,
  type Numbered,
} from './words.ts'

function Gate({ photo, number }: { photo: string; number: number }): JSX.Element {
  const url = useThumb(photo)
  return (
    <span class="numbered-gate" aria-hidden="true">
      {url ? <img class="picture gate" src={url} alt="" /> : <Picture name="door-towns" look="gate" />}
      <span class="dot">{number}</span>
    </span>
  )
}

function TownLine({ one, number }: Numbered): JSX.Element {
  const { t, language } = useText()
  const { town, partnership } = one
  const [since, next] = [sinceWords(one, language), nextWords(one, language)]
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

/** Our own town: the way to its page and to what is known of it. */
function Ours({ towns }: { towns: readonly RecordRow[] }): JSX.Element | null {
  const { t, language } = useText()
  if (towns.length === 0) return null
  return (
    <Section title={t('towns.ours')}>
      <Rows>
        {towns.map((town) => (
          <Row key={town.id} to={href(`/towns/${town.id}`)}>
            <b>{townNameIn(town.fields, language) || t('towns.unnamed')}</b>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

function Inside(): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const towns = useLive(() => ourTowns(notebook), [notebook])
  if (!towns) return null
  const add = (
    <LinkButton writes primary icon="plus" to={href('/partnerships/new')}>
      {t('towns.addPartnership')}
    </LinkButton>
  )
  if (towns.linked.length === 0)
    return (
      <>
        <Empty picture="door-towns" words={t('towns.none')}>
          {add}
        </Empty>
        <Ours towns={towns.ours} />
      </>
    )
  const groups = inGroups(towns.linked, language)
  return (
    <>
      <MapPart ours={towns.ours} numbered={groups.flatMap((group) => group.towns)} />
      {groups.map((group) => (
        <Section key={group.name} title={t(groupKeys[group.name])}>
          <Rows>
            {group.towns.map(({ one, number }) => (
              <TownLine key={one.id} one={one} number={number} />
            ))}
          </Rows>
        </Section>
      ))}
      <Ours towns={towns.ours} />
      <div class="dock beside">
        <LinkButton icon="printer" to={href('/towns/print')}>
          {t('ui.print')}
        </LinkButton>
        {add}
      </div>
    </>
  )
}

/** Our partner towns, by how the partnerships stand. */
export function TownList(): JSX.Element {
  const { t } = useText()
  return (
    <Page title={t('towns.title')}>
      <div class="page stack">
        <Tabs place="/people" label={t('towns.what')} current="/towns" />
        <Inside />
      </div>
    </Page>
  )
}
