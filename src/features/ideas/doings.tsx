import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { remove, restore } from '../../db/bin.ts'
import { readSettings } from '../../db/device.ts'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook, useOpen } from '../../db/notebook.ts'
import type { OwnWords } from '../../db/own-words.ts'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { ideaStateOf } from '../../records/kinds/idea.ts'
import { ownZone } from '../../shared/zone.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { longDate } from '../../ui/dates.ts'
import { back, go, href, replace } from '../../ui/route.ts'
import { Speak } from '../../ui/speak.tsx'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { spokenText } from './partner-text.ts'
import { useSheet } from './sheet.ts'
import { StateButtons } from './state-buttons.tsx'
import { takeIdea } from './take.ts'
import { makeProject } from './to-project.ts'

/** Makes a project of the idea, unless it has become one already. */
function ProjectButton({ idea }: { idea: Row }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const isMaking = useRef(false)
  const id = textOf(idea.fields, 'project')
  const before = useLive(async () => ({ row: id ? await rowOf(notebook, id) : undefined }), [notebook, id])
  if (!before || (before.row && before.row.list !== 'bin')) return null
  const make = async (): Promise<void> => {
    // A slow device is still at it.
    if (isMaking.current) return
    isMaking.current = true
    const other = textOf(idea.fields, 'otherDate')
    const otherDate = other && t('ideas.otherDateIs', { date: longDate(other, language) })
    const { project, undo } = await makeProject(notebook, idea, { zone: ownZone(), otherDate }).finally(
      () => (isMaking.current = false),
    )
    offerUndo(t('ideas.project.made'), async () => {
      await undo()
      replace(`/ideas/${idea.id}`)
    })
    go(`/projects/${project}`)
  }
  return (
    <Button writes primary icon="folder" onPress={make}>
      {t('ideas.project.make')}
    </Button>
  )
}

function TakeButton({ idea }: { idea: Row }): JSX.Element {
  const { t } = useText()
  const { notebook, device } = useOpen()
  const take = async (): Promise<void> => {
    const { myName } = await readSettings(device)
    const mine = await takeIdea(notebook, idea, myName)
    offerUndo(t('ideas.taken'), async () => {
      await remove(notebook, [mine])
      replace(`/ideas/${idea.id}`)
    })
    go(`/ideas/${mine}`)
  }
  return (
    <Button writes icon="copy" onPress={take}>
      {t('ideas.take')}
    </Button>
  )
}

function DeleteButton({ idea }: { idea: Row }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const toBin = async (): Promise<void> => {
    await remove(notebook, [idea.id])
    offerUndo(t('ideas.deleted'), () => restore(notebook, [idea.id]))
    back('/ideas')
  }
  return (
    <Button writes danger icon="trash-2" onPress={toBin}>
      {t('ideas.delete')}
    </Button>
  )
}

/** What can be done with an idea sheet; it is read aloud in the words that stand on the screen. */
export function Doings({ idea, words }: { idea: Row; words: OwnWords }): JSX.Element {
  const { t } = useText()
  const sheet = useSheet(words.row)
  const { id, fields } = idea
  const isDraft = ideaStateOf(fields) === 'draft'
  return (
    <Buttons column>
      {sheet && <Speak text={spokenText(sheet)} lang={words.langOf('title')} />}
      <LinkButton writes icon="pencil" to={href(`/ideas/${id}/change`)}>
        {isDraft ? t('ideas.goOn') : t('ideas.change')}
      </LinkButton>
      <LinkButton icon="share" to={href(`/ideas/${id}/send`)}>
        {t('ideas.send.title')}
      </LinkButton>
      <LinkButton icon="printer" to={href(`/ideas/${id}/print`)}>
        {t('ideas.print')}
      </LinkButton>
      <TakeButton idea={idea} />
      <StateButtons idea={idea} />
      {!isDraft && <ProjectButton idea={idea} />}
      <DeleteButton idea={idea} />
    </Buttons>
  )
}
