import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { rowOf } from '../../db/find.ts'
import { useForm } from '../../db/form.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { eventTypeOf } from '../../records/event-types.ts'
import { textOf } from '../../records/fields.ts'
import { newId } from '../../shared/ids.ts'
import { ownZone } from '../../shared/zone.ts'
import { Button } from '../../ui/button.tsx'
import { today } from '../../ui/dates.ts'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { back, replace } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { beginningsOf } from './begin.ts'
import { problemsOf, type Problems } from './check.ts'
import { FittingPart, TypePart } from './fitting-part.tsx'
import { PeoplePart } from './people-part.tsx'
import { MorePart } from './place-part.tsx'
import { fittingAtTop, fittings, type Fitting } from './types.ts'
import { DaysPart, RepeatPart } from './when-part.tsx'

type FieldsProps = { record: string; isAdding: boolean; about: Row | undefined }

/** Brings what is to be put right into sight: it may stand far above the button. */
function useSight(problems: Problems): { current: HTMLFormElement | null } {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector('.wrong, .wrong-group')?.scrollIntoView({ block: 'center' })
  }, [problems])
  return form
}

function Fields({ record, isAdding, about }: FieldsProps): JSX.Element | null {
  const { t, language } = useText()
  const [now] = useState(() => today(new Date()))
  const [asked, setAsked] = useState(false)
  const [problems, setProblems] = useState<Problems>({})
  const [isMore, setMore] = useState(!isAdding)
  const [chosenAllDay, setAllDay] = useState<boolean>()
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set())
  const form = useForm('event', record, beginningsOf(about, ownZone(), language))
  const filled = useRef(new Set<Fitting>())
  const box = useSight(problems)
  if (!form) return null
  const { values, set } = form
  const isAllDay =
    chosenAllDay ?? (!form.isNew && textOf(values, 'date') !== '' && textOf(values, 'time') === '')
  const found = problemsOf(values, { isAllDay, unread })
  const shown = asked ? found : {}
  // What was ever filled in stays in sight while the form is open, also where the kind is changed or the text taken out again.
  for (const field of fittings) if (!isMore && textOf(values, field)) filled.current.add(field)
  const atTop = fittingAtTop(eventTypeOf(values), isMore ? new Set() : filled.current)
  const done = async (): Promise<void> => {
    if (Object.keys(found).length > 0) {
      setAsked(true)
      setProblems(found)
      return
    }
    await form.commit()
    if (isAdding) replace(`/events/${record}`)
    else back(`/events/${record}`)
  }
  const mark = (field: string, isUnread: boolean): void =>
    setUnread((before) => new Set([...before].filter((one) => one !== field).concat(isUnread ? [field] : [])))
  return (
    <form class="page stack" ref={box} onSubmit={(event) => event.preventDefault()}>
      <TextField
        label={t('events.name')}
        value={textOf(values, 'title')}
        message={shown.title && t(shown.title)}
        onInput={(title) => set('title', title)}
      />
      <TypePart form={form} />
      <DaysPart
        form={form}
        problems={shown}
        now={now}
        isAllDay={isAllDay}
        onAllDay={setAllDay}
        onUnread={mark}
      />
      <RepeatPart form={form} problems={shown} now={now} />
      <FittingPart form={form} fields={atTop} />
      <TextField
        label={t('events.place')}
        optional
        value={textOf(values, 'place')}
        onInput={(place) => set('place', place)}
      />
      <TextArea
        label={t('events.address')}
        optional
        most={1000}
        value={textOf(values, 'address')}
        onInput={(address) => set('address', address)}
      />
      <TextArea
        label={t('events.text')}
        optional
        most={12_000}
        value={textOf(values, 'text')}
        onInput={(text) => set('text', text)}
      />
      <PeoplePart form={form} />
      {isMore ? (
        <MorePart form={form} fields={fittings.filter((one) => !atTop.includes(one))} />
      ) : (
        <Button icon="list" onPress={() => setMore(true)}>
          {t('events.enterMore')}
        </Button>
      )}
      <FormEnd state={form.state} done={t('events.done')} onDone={done} />
    </form>
  )
}

/** Adds or changes an event, on one page. */
export function EventForm({ params }: { params: { id?: string; about?: string } }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const [fresh] = useState(newId)
  const { id, about = '' } = params
  const begun = useLive(
    async () => ({ row: about ? await rowOf(notebook, about) : undefined }),
    [notebook, about],
  )
  return (
    <Page title={id ? t('events.change') : t('events.add')} parent={id ? `/events/${id}` : '/events'}>
      {begun && <Fields key={id} record={id ?? fresh} isAdding={!id} about={begun.row} />}
    </Page>
  )
}
