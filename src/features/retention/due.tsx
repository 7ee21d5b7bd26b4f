import type { JSX } from 'preact'
import { listDue, type Due } from '../../db/due.ts'
import { mayErase } from '../../db/erasing.ts'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useOpen } from '../../db/notebook.ts'
import { problemOf } from '../../db/problem.ts'
import { textOf } from '../../records/fields.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { mediumDate, today } from '../../ui/dates.ts'
import { Empty } from '../../ui/empty.tsx'
import { useGrowing } from '../../ui/longlist.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { keep, letGo } from './let-go.ts'

type What = Due['what']

type Said = { readonly title: TextKey; readonly why: TextKey; readonly since: TextKey; readonly go: TextKey }

const said: { readonly [what in What]: Said } = {
  hosting: {
    title: 'retention.due.hosting',
    why: 'retention.due.hostingWhy',
    since: 'retention.due.visitEnded',
    go: 'retention.due.delete',
  },
  diet: {
    title: 'retention.due.diet',
    why: 'retention.due.dietWhy',
    since: 'retention.due.visitEnded',
    go: 'retention.due.deleteDiet',
  },
  logistics: {
    title: 'retention.due.logistics',
    why: 'retention.due.logisticsWhy',
    since: 'retention.due.eventEnded',
    go: 'retention.due.deleteAnswers',
  },
  contact: {
    title: 'retention.due.contact',
    why: 'retention.due.contactWhy',
    since: 'retention.due.lastWord',
    go: 'retention.due.delete',
  },
}

/** Whose offer it is, or what it is itself. */
function useName({ what, row }: Due): { name: string; path: string } | undefined {
  const { t } = useText()
  const { notebook } = useOpen()
  const owner = what === 'hosting' || what === 'diet' ? textOf(row.fields, 'person') : ''
  const person = useLive(async () => ({ row: owner ? await rowOf(notebook, owner) : undefined }), [owner])
  if (!person) return undefined
  const name = (owner ? person.row?.label : row.label) || t('retention.due.unnamed')
  const path = what === 'logistics' ? `/events/${row.id}` : `/people/${owner || row.id}`
  return { name, path }
}

type ItemProps = { due: Due; day: string }

function Item({ due, day }: ItemProps): JSX.Element | null {
  const { t, language } = useText()
  const { notebook, onProblem } = useOpen()
  const named = useName(due)
  const may = useLive(() => mayErase(notebook.tables), [notebook])
  if (!named || may === undefined) return null
  const { what, since } = due
  const act = async (verb: () => Promise<() => Promise<void>>, words: string): Promise<void> => {
    await verb().then(
      (undo) => offerUndo(words, undo),
      (error: unknown) => onProblem(problemOf(error)),
    )
  }
  const { name, path } = named
  return (
    <li class="stack tight">
      <Rows>
        <Row
          to={href(path)}
          detail={t(said[what].since, {
            date: since ? mediumDate(since, language) : t('retention.due.longAgo'),
          })}
        >
          {name}
        </Row>
      </Rows>
      <Buttons column>
        {what !== 'logistics' && (
          <Button
            writes
            icon="check"
            onPress={() => act(() => keep(notebook, due, day), t('retention.due.kept', { name }))}
          >
            {what === 'contact' ? t('retention.due.stillRight') : t('retention.due.keep')}
          </Button>
        )}
        {may && due.fields.length === 0 ? (
          <LinkButton writes danger icon="trash-2" to={href(`/erase/${due.row.id}`)}>
            {t('retention.due.erase')}
          </LinkButton>
        ) : (
          <Button
            writes
            danger
            icon="trash-2"
            onPress={() => act(() => letGo(notebook, due), t('retention.due.gone', { name }))}
          >
            {t(said[what].go)}
          </Button>
        )}
      </Buttons>
    </li>
  )
}

type GroupProps = { what: What; all: readonly Due[]; day: string }

function Group({ what, all, day }: GroupProps): JSX.Element | null {
  const { t } = useText()
  const { shown, more } = useGrowing(all.length, what)
  if (all.length === 0) return null
  return (
    <Section title={t(said[what].title)}>
      <div class="stack">
        <p>{t(said[what].why)}</p>
        <ul class="stack">
          {all.slice(0, shown).map((due) => (
            <Item key={due.row.id} due={due} day={day} />
          ))}
        </ul>
        {more}
      </div>
    </Section>
  )
}

const groups: readonly What[] = ['hosting', 'diet', 'logistics', 'contact']

/** What has passed the time for which it is kept: to be looked at, kept or deleted. */
export function DueList(): JSX.Element | null {
  const { t } = useText()
  const { notebook } = useOpen()
  const day = today(new Date(notebook.now()))
  const due = useLive(() => listDue(notebook, day), [notebook, day])
  if (!due) return null
  return (
    <Page title={t('retention.due.title')} parent="/privacy">
      <div class="page stack">
        {due.length === 0 ? (
          <Empty picture="door-deleted" words={t('retention.due.none')} />
        ) : (
          groups.map((what) => (
            <Group key={what} what={what} day={day} all={due.filter((one) => one.what === what)} />
          ))
        )}
      </div>
    </Page>
  )
}
