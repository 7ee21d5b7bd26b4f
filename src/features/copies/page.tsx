import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Along } from '../../db/copy-into.ts'
import { useLive } from '../../db/live.ts'
import { useOpen } from '../../db/notebook.ts'
import { otherNotebooks, type OtherNotebook } from '../../db/other-notebooks.ts'
import { problemOf } from '../../db/problem.ts'
import { textOf } from '../../records/fields.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Choices, Ticks } from '../../ui/choices.tsx'
import { mediumDate } from '../../ui/dates.ts'
import { useKindKey, usePathOf } from '../../ui/feature.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { copy } from './copy.ts'
import { findOriginal, type Original, type Part } from './parts.ts'

const partKeys: { readonly [part in Part]: TextKey } = {
  notes: 'copies.notes',
  photos: 'copies.photos',
  remarks: 'copies.remarks',
  address: 'copies.address',
  hosting: 'copies.hosting',
}

type Done = { readonly name: string; readonly missing: number }
type FormProps = {
  original: Original
  others: readonly OtherNotebook[]
  onDone: (done: Done | undefined) => void
}

/** What the copy goes into, and what goes with it. */
function CopyForm({ original, others, onDone }: FormProps): JSX.Element {
  const { t } = useText()
  const { notebook, onProblem } = useOpen()
  const [chosen, setChosen] = useState(others.length === 1 ? others[0]?.own.space : undefined)
  const [isMissing, setMissing] = useState(false)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const nameOf = ({ name }: OtherNotebook): string => name || t('copies.unnamed')
  const target = others.find(({ own }) => own.space === chosen)
  const tick = (part: Part, on: boolean): void =>
    setTicked(new Set(on ? [...ticked, part] : [...ticked].filter((one) => one !== part)))
  const put = async (): Promise<void> => {
    if (!target) return setMissing(true)
    const along: Along = {
      notes: ticked.has('notes'),
      photos: ticked.has('photos'),
      remarks: ticked.has('remarks'),
      address: ticked.has('address'),
      hosting: ticked.has('hosting'),
    }
    try {
      const { undo, missing } = await copy(notebook, target, original, along)
      onDone({ name: nameOf(target), missing })
      offerUndo(t('copies.done', { name: nameOf(target) }), async () => {
        await undo()
        onDone(undefined)
      })
    } catch (error) {
      onProblem(problemOf(error))
    }
  }
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      {isMissing && !target && (
        <p class="message" role="alert">
          <Icon name="circle-alert" />
          <span>{t('copies.choose')}</span>
        </p>
      )}
      <Choices
        legend={t('copies.into')}
        value={chosen}
        onChoose={setChosen}
        choices={others.map((other) => ({ value: other.own.space, label: nameOf(other) }))}
      />
      {original.parts.length > 0 && (
        <Ticks
          legend={t('copies.along')}
          choices={original.parts.map((part) => ({ value: part, label: t(partKeys[part]) }))}
          ticked={ticked}
          onTick={tick}
        />
      )}
      <p>{t('copies.seen')}</p>
      <Button primary submit icon="copy" onPress={put}>
        {t('copies.put')}
      </Button>
    </form>
  )
}

function DoneCopy({ done, path }: { done: Done; path: string }): JSX.Element {
  const { t } = useText()
  return (
    <>
      <Status look="shared" icon="check">
        <strong class="line">{t('copies.done', { name: done.name })}</strong>
        {t('copies.stays')}
      </Status>
      {done.missing > 0 && <p>{t('copies.missing', { count: done.missing })}</p>}
      <LinkButton primary to={href(path)}>
        {t('copies.back')}
      </LinkButton>
    </>
  )
}

/** Puts a copy of a record into another notebook of this device. */
export function CopyPage({ params }: { params: { id?: string } }): JSX.Element | null {
  const { t, language } = useText()
  const open = useOpen()
  const kindKey = useKindKey()
  const pathOf = usePathOf()
  const id = params.id ?? ''
  const [done, setDone] = useState<Done>()
  const found = useLive(async () => ({ original: await findOriginal(open.notebook, id) }), [open, id])
  const others = useLive(() => otherNotebooks(open), [open])
  if (!found || !others) return null
  const { original } = found
  const key = original && kindKey(original.row.kind)
  const path = original ? pathOf(original.row.kind, id) : '/'
  const kind = key ? t(key) : ''
  const name = mediumDate(original?.row.label ?? '', language)
  return (
    <Page title={t('copies.title')} parent={path}>
      <div class="page stack">
        {original && (
          <p>
            {name && <span class="small secondary line">{kind}</span>}
            <strong lang={textOf(original.row.fields, 'language') || undefined}>{name || kind}</strong>
          </p>
        )}
        {done ? (
          <DoneCopy done={done} path={path} />
        ) : original && others.length > 0 ? (
          <CopyForm original={original} others={others} onDone={setDone} />
        ) : (
          <p>{t('copies.nowhere')}</p>
        )}
      </div>
    </Page>
  )
}
