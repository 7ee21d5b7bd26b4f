import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useNotebook } from '../../db/notebook.ts'
import { change } from '../../db/save.ts'
import type { Row } from '../../db/show.ts'
import { answerChoices, type AnswerChoice } from '../../records/kinds/event.ts'
import { Choices } from '../../ui/choices.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useGrowing } from '../../ui/longlist.tsx'
import { useMayWrite } from '../../ui/may-write.ts'
import { initialsOf, Portrait } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Row as Line, Section } from '../../ui/rows.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { answersOf } from '../../records/answers.ts'
import { useInvited, useMe } from './invited.ts'

/** The words for each answer. */
export const answerKeys: { readonly [answer in AnswerChoice]: TextKey } = {
  yes: 'events.answer.yes',
  no: 'events.answer.no',
  open: 'events.answer.open',
}

type AnswerProps = { event: Row; original: string; person: Row; legend: string }

function Answer({ event, original, person, legend }: AnswerProps): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const given = answersOf(event.fields, original).get(person.id) ?? 'open'
  return (
    <Choices
      legend={legend}
      beside="narrow"
      value={given}
      onChoose={(answer) =>
        void change(notebook, [event.id], { [`answers/${original}/${person.id}`]: answer })
      }
      choices={answerChoices.map((answer) => ({ value: answer, label: t(answerKeys[answer]) }))}
    />
  )
}

/** One person: a tap opens what can be answered, or leads to the person for those who may only read. */
function PersonLine({ event, original, person }: Omit<AnswerProps, 'legend'>): JSX.Element {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const mayWrite = useMayWrite()
  const name = person.label || t('events.unnamed')
  const portrait = <Portrait initials={initialsOf(person.label)} />
  if (!mayWrite)
    return (
      <Line to={href(`/people/${person.id}`)} picture={portrait}>
        {name}
      </Line>
    )
  return (
    <li>
      <button type="button" class="row who-comes" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {portrait}
        <span>
          <span class="line">{name}</span>
        </span>
        <Icon name={isOpen ? 'minus' : 'pencil'} />
      </button>
      {isOpen && (
        <div class="answer">
          <Answer event={event} original={original} person={person} legend={t('events.comes', { name })} />
        </div>
      )}
    </li>
  )
}

type PeopleProps = { event: Row; original: string; people: readonly Row[]; title: string }

function People({ event, original, people, title }: PeopleProps): JSX.Element | null {
  const { shown, more } = useGrowing(people.length, original)
  if (people.length === 0) return null
  return (
    <Section title={title}>
      <div class="card">
        <ul class="rows">
          {people.slice(0, shown).map((person) => (
            <PersonLine key={person.id} event={event} original={original} person={person} />
          ))}
        </ul>
      </div>
      {more}
    </Section>
  )
}

/** Who comes to one date: one's own answer first, then everybody's, each of which can be noted for others. */
export function Answers({ event, original }: { event: Row; original: string }): JSX.Element | null {
  const { t } = useText()
  const me = useMe()
  const mayWrite = useMayWrite()
  const invited = useInvited(event, original)
  if (!invited) return null
  const answers = answersOf(event.fields, original)
  const withAnswer = (wanted: AnswerChoice): Row[] =>
    invited.people.filter((person) => (answers.get(person.id) ?? 'open') === wanted)
  const [yes, no, open] = [withAnswer('yes'), withAnswer('no'), withAnswer('open')]
  return (
    <>
      {me && mayWrite && (
        <Answer event={event} original={original} person={me} legend={t('events.doYouCome')} />
      )}
      <People
        event={event}
        original={original}
        people={yes}
        title={t('events.coming', { count: yes.length })}
      />
      <People
        event={event}
        original={original}
        people={open}
        title={t('events.open', { count: open.length })}
      />
      <People
        event={event}
        original={original}
        people={no}
        title={t('events.notComing', { count: no.length })}
      />
    </>
  )
}
