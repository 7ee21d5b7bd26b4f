import type { JSX } from 'preact'
import { readSettings } from '../../db/device.ts'
import { useOpen } from '../../db/notebook.ts'
import { change } from '../../db/save.ts'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { ideaStateOf, type IdeaState } from '../../records/kinds/idea.ts'
import type { Fields } from '../../shared/value.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { today } from '../../ui/dates.ts'
import type { IconName } from '../../ui/icons.ts'
import { href } from '../../ui/route.ts'
import { useText, type TextKey } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'

type Move = {
  readonly to: IdeaState
  readonly words: TextKey
  readonly said: TextKey
  readonly icon: IconName
  readonly primary?: boolean
}

/** Where an idea can go from where it stands, each with one tap. */
const moves: { readonly [state in IdeaState]: readonly Move[] } = {
  draft: [
    { to: 'shared', words: 'ideas.move.share', said: 'ideas.moved.shared', icon: 'lightbulb', primary: true },
  ],
  shared: [
    { to: 'draft', words: 'ideas.move.draft', said: 'ideas.moved.draft', icon: 'pencil' },
    { to: 'agreed', words: 'ideas.move.agree', said: 'ideas.moved.agreed', icon: 'heart-handshake' },
  ],
  agreed: [{ to: 'shared', words: 'ideas.move.disagree', said: 'ideas.moved.shared', icon: 'undo-2' }],
  done: [{ to: 'shared', words: 'ideas.move.reopen', said: 'ideas.moved.shared', icon: 'undo-2' }],
}

const agreement = ['agreedOn', 'agreedByUs', 'agreedByThem'] as const

/** What a move writes: who agreed and when goes with the agreement. */
function fieldsOf(to: IdeaState, idea: Row, me: string, day: string): Fields {
  // It was agreed on before it became a project: who did stays.
  if (to === 'agreed' && textOf(idea.fields, 'agreedOn')) return { state: to }
  if (to === 'agreed') return { state: to, agreedOn: day, agreedByUs: me, agreedByThem: '' }
  const isTakenBack = ideaStateOf(idea.fields) === 'agreed'
  return { state: to, ...(isTakenBack ? Object.fromEntries(agreement.map((name) => [name, ''])) : {}) }
}

/** Moves an idea on, or back, with one tap each that can be taken back. */
export function StateButtons({ idea }: { idea: Row }): JSX.Element {
  const { t } = useText()
  const { notebook, device } = useOpen()
  const state = ideaStateOf(idea.fields)
  const move = async ({ to, said }: Move): Promise<void> => {
    const { myName } = await readSettings(device)
    const set = fieldsOf(to, idea, myName, today(new Date(notebook.now())))
    const before = Object.fromEntries(Object.keys(set).map((name) => [name, idea.fields[name] ?? '']))
    await change(notebook, [idea.id], set)
    offerUndo(t(said), () => change(notebook, [idea.id], before))
  }
  return (
    <>
      {(state === 'agreed' || textOf(idea.fields, 'agreedOn') !== '') && (
        <LinkButton writes icon="users" to={href(`/ideas/${idea.id}/agreed`)}>
          {t('ideas.agreed.title')}
        </LinkButton>
      )}
      {moves[state].map((one) => (
        <Button key={one.to} writes icon={one.icon} primary={one.primary ?? false} onPress={() => move(one)}>
          {t(one.words)}
        </Button>
      ))}
    </>
  )
}
