import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { change } from '../../db/save.ts'
import { findByName } from '../../db/search.ts'
import type { Row as EventRow } from '../../db/show.ts'
import { eventTypeOf } from '../../records/event-types.ts'
import { textOf } from '../../records/fields.ts'
import { slotsOf, type OfferedSlot } from '../../records/slots.ts'
import { isDay } from '../../shared/day-count.ts'
import type { Value } from '../../shared/value.ts'
import { wallOf } from '../../shared/zone.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { useMayWrite } from '../../ui/may-write.ts'
import { Picker } from '../../ui/picker.tsx'
import { href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { whenWords } from '../../ui/when.ts'
import { useMe } from './invited.ts'
import { whenLines } from './when-lines.ts'

/** For whom a time is taken; `name` is '' where it is the person at this device. */
type Whom = { readonly id: string; readonly name: string }

type SlotProps = {
  event: EventRow
  slot: OfferedSlot
  whom: Whom | undefined
  nameOf: (id: string) => string
}

/** Who has a time, or that two want it: then they settle it, and nobody lost it to a machine. */
function useDoings({ event, slot, nameOf }: Omit<SlotProps, 'whom'>): {
  take: (id: string) => Promise<void>
  giveBack: (id: string) => Promise<void>
  settle: (id: string) => Promise<void>
} {
  const { t } = useText()
  const notebook = useNotebook()
  const put = async (taken: { readonly [person: string]: true | null }, said: string): Promise<void> => {
    const fields = (of: (person: string) => Value): { [field: string]: Value } =>
      Object.fromEntries(Object.keys(taken).map((person) => [`taken/${slot.id}/${person}`, of(person)]))
    const before = fields((person) => event.fields[`taken/${slot.id}/${person}`] ?? null)
    await change(
      notebook,
      [event.id],
      fields((person) => taken[person] ?? null),
    )
    offerUndo(said, () => change(notebook, [event.id], before))
  }
  return {
    take: (id) => put({ [id]: true }, t('events.slots.isTaken')),
    giveBack: (id) => put({ [id]: null }, t('events.slots.isFree')),
    settle: (id) =>
      put(
        Object.fromEntries(slot.takers.filter((one) => one !== id).map((one) => [one, null])),
        t('events.slots.isSettled', { name: nameOf(id) }),
      ),
  }
}

function Line({ event, slot, whom, nameOf }: SlotProps): JSX.Element {
  const { t, language } = useText()
  const mayWrite = useMayWrite()
  const { take, giveBack, settle } = useDoings({ event, slot, nameOf })
  const { takers } = slot
  const [first, ...others] = takers
  const names = new Intl.ListFormat(language).format(takers.map(nameOf))
  const when = { ...slot, endDate: '', endTime: '', zone: textOf(event.fields, 'zone') }
  const lines = whenLines(whenWords(when, language, t), when, event.fields, language, t)
  const state = !first
    ? t('events.slots.free')
    : others.length > 0
      ? t('events.slots.both', { names })
      : t('events.slots.has', { name: names })
  return (
    <li class="entry stack tight">
      <p>
        <strong class="line">{lines.place}</strong>
        {lines.reader && <span class="line">{lines.reader}</span>}
        <span class="line">{state}</span>
      </p>
      {mayWrite && (
        <Buttons column>
          {!first && whom && (
            <Button icon="check" onPress={() => take(whom.id)}>
              {whom.name ? t('events.slots.takeFor', { name: whom.name }) : t('events.slots.take')}
            </Button>
          )}
          {first && others.length === 0 && (
            <Button icon="undo-2" onPress={() => giveBack(first)}>
              {t('events.slots.giveBack')}
            </Button>
          )}
          {others.length > 0 &&
            takers.map((id) => (
              <Button key={id} icon="user" onPress={() => settle(id)}>
                {t('events.slots.settle', { name: nameOf(id) })}
              </Button>
            ))}
        </Buttons>
      )}
    </li>
  )
}

/** The times that are offered: everybody sees which are free, takes one with one tap, and gives it back. */
export function Slots({ event }: { event: EventRow }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const mayWrite = useMayWrite()
  const me = useMe()
  const [other, setOther] = useState('')
  const all = slotsOf(event.fields)
  const ids = [...new Set([...all.flatMap(({ takers }) => takers), other].filter(Boolean))]
  const people = useLive(() => rowsOf(notebook, ids), [notebook, ids.join()])
  if (!people || (eventTypeOf(event.fields) !== 'advice' && all.length === 0)) return null
  const today = wallOf(notebook.now(), textOf(event.fields, 'zone')).date
  const slots = all.filter(({ date, time }) => isDay(date) && date >= today && time !== '')
  const nameOf = (id: string): string => people.find((row) => row.id === id)?.label || t('events.unnamed')
  const whom = other ? { id: other, name: nameOf(other) } : me && { id: me.id, name: '' }
  const isAnyFree = slots.some(({ takers }) => takers.length === 0)
  return (
    <Section title={t('events.slots.title')}>
      <div class="stack tight">
        {slots.length === 0 && <p>{t('events.slots.none')}</p>}
        {slots.length > 0 && (
          <ul class="stack tight">
            {slots.map((slot) => (
              <Line key={slot.id} event={event} slot={slot} whom={whom} nameOf={nameOf} />
            ))}
          </ul>
        )}
        {mayWrite && isAnyFree && (
          <Picker
            label={t('events.slots.forWhom')}
            chosen={whom ? whom.name || t('events.slots.forMe') : t('events.slots.nobodyYet')}
            changeText={t('events.slots.forOther')}
            clearText={other && me ? t('events.slots.forMe') : undefined}
            searchText={t('events.searchPerson')}
            find={(query) => findByName(notebook, ['person'], query)}
            onPick={setOther}
          />
        )}
        <LinkButton writes icon="clock" to={href(`/events/${event.id}/slots`)}>
          {slots.length === 0 ? t('events.slots.offer') : t('events.slots.change')}
        </LinkButton>
      </div>
    </Section>
  )
}
