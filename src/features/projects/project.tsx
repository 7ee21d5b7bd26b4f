import type { JSX } from 'preact'
import { remove, restore } from '../../db/bin.ts'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { useOwnWords, type OwnWords } from '../../db/own-words.ts'
import type { Row as ProjectRow } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { stateOf } from '../../records/kinds/project.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ItemLine } from '../../ui/item-line.tsx'
import { OwnWordsLine } from '../../ui/own-words.tsx'
import { back, href } from '../../ui/route.ts'
import { Sections } from '../../ui/sections.tsx'
import { Speak } from '../../ui/speak.tsx'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { Facts } from './facts.tsx'
import { Hero } from './pictures.tsx'
import { longStateKeys, stateIcons, stateLooks } from './states.ts'
import { Taking } from './taking.tsx'
import { daysOf, postponedLines } from './words.ts'

function Head({ words }: { words: OwnWords }): JSX.Element {
  const { t, language } = useText()
  const { id, label, fields } = words.row
  const state = stateOf(fields)
  const goal = textOf(fields, 'goal')
  const days = daysOf(fields, t, language)
  const town = textOf(fields, 'town')
  return (
    <div class="stack tight">
      <h1 class="h1" {...(label ? { lang: words.langOf('title') } : {})}>
        {label || t('projects.unnamed')}
      </h1>
      {goal && (
        <p class="written" lang={words.langOf('goal')}>
          {goal}
        </p>
      )}
      <ul class="chips">
        <li class={`chip ${stateLooks[state]}`}>
          <Icon name={stateIcons[state]} />
          <span>{t(longStateKeys[state])}</span>
        </li>
        {days && (
          <li class="chip">
            <Icon name="calendar-days" />
            <span>{days}</span>
          </li>
        )}
        {town && (
          <li class="chip">
            <Icon name="map-pin" />
            <span>{t('projects.withTown', { town })}</span>
          </li>
        )}
      </ul>
      <OwnWordsLine id={id} words={words} />
      <Speak text={goal && [label, goal].join('\n')} lang={words.langOf('goal')} />
    </div>
  )
}

/** Why it does not take place, or not yet. */
function Why({ project }: { project: ProjectRow }): JSX.Element | null {
  const { t, language } = useText()
  const { fields } = project
  if (stateOf(fields) === 'postponed')
    return (
      <Status look="waiting" icon="pause">
        {postponedLines(fields, t, language).map((line) => (
          <span class="line written" key={line}>
            {line}
          </span>
        ))}
      </Status>
    )
  const reason = textOf(fields, 'cancelledWhy').trim()
  if (stateOf(fields) !== 'cancelled' || !reason) return null
  return (
    <Status look="problem" icon="x">
      <span class="written">{t('projects.reason', { reason })}</span>
    </Status>
  )
}

function Deleted({ project }: { project: ProjectRow }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  return (
    <div class="stack">
      <h1>{project.label || t('projects.unnamed')}</h1>
      <p>{t('projects.isDeleted')}</p>
      <Button writes primary icon="archive-restore" onPress={() => restore(notebook, [project.id])}>
        {t('projects.restore')}
      </Button>
    </div>
  )
}

function Doings({ project }: { project: ProjectRow }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const { id } = project
  const toBin = async (): Promise<void> => {
    await remove(notebook, [id])
    offerUndo(t('projects.deleted', { name: project.label || t('projects.unnamed') }), () =>
      restore(notebook, [id]),
    )
    back('/projects')
  }
  return (
    <Buttons column>
      <LinkButton writes icon="pencil" to={href(`/projects/${id}/change`)}>
        {t('projects.change')}
      </LinkButton>
      <LinkButton writes icon="calendar-days" to={href(`/events/new/${id}`)}>
        {t('projects.addEvent')}
      </LinkButton>
      <LinkButton writes icon="users" to={href(`/visits/new/${id}`)}>
        {t('projects.recordVisit')}
      </LinkButton>
      <LinkButton writes primary icon="notebook-pen" to={href(`/notes/new/${id}`)}>
        {t('projects.writeNote')}
      </LinkButton>
      <Button writes danger icon="trash-2" onPress={toBin}>
        {t('projects.delete')}
      </Button>
    </Buttons>
  )
}

function ChangeState({ id }: { id: string }): JSX.Element {
  const { t } = useText()
  return (
    <LinkButton writes icon="refresh-cw" to={href(`/projects/${id}/state`)}>
      {t('projects.state.change')}
    </LinkButton>
  )
}

/** A project with all that belongs to it. */
export function ProjectPage({ id }: { id: string }): JSX.Element | null {
  const { language } = useText()
  const notebook = useNotebook()
  const project = useLive(() => rowOf(notebook, id), [notebook, id])
  const words = useOwnWords(project, language)
  if (!project || !words) return null
  if (project.list === 'bin') return <Deleted project={project} />
  return (
    <div class="stack">
      <Hero project={project} />
      <Head words={words} />
      <Why project={words.row} />
      <ChangeState id={id} />
      <Facts project={words.row} />
      <Taking project={project} />
      <Sections id={id} />
      <Doings project={project} />
      <ItemLine id={id} />
    </div>
  )
}
