import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { occurrencesOf } from '../../db/calendar/find.ts'
import { dateOf, type Shown } from '../../db/calendar/shown.ts'
import { rowOf } from '../../db/find.ts'
import { listInvited } from '../../db/invited.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { languageNames, languages, type Language } from '../../shared/language.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { Ticks } from '../../ui/choices.tsx'
import { CopyButton } from '../../ui/contact-lines.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useMayWrite } from '../../ui/may-write.ts'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/rows.tsx'
import { useTextIn } from '../../ui/text-in.ts'
import { useText, type Text } from '../../ui/text.ts'
import { emailsOf } from '../../records/contact.ts'
import { nameFor } from '../../records/translated-words.ts'
import { mailTo } from '../../shared/mail-to.ts'
import { letterFor, readersOf, type Readers } from './letters.ts'

/** Opens the device's own choice of where the text shall go. */
async function share(text: string): Promise<void> {
  // Closed without choosing: that is an answer too.
  await navigator.share({ text }).catch(() => undefined)
}

type LetterProps = { event: Row; readers: Readers; words: Text; first: string; isOnly: boolean }

/** The text for those who read one language, to be changed before it is handed on. */
function Letter({ event, readers, words, first, isOnly }: LetterProps): JSX.Element {
  const { t, language } = useText()
  const mayWrite = useMayWrite()
  const [text, setText] = useState(first)
  const { people, addresses, unsaid } = readers
  const subject = words.t('meetings.letter.subject', {
    title: nameFor(event, readers.language).name || words.t('meetings.untitled'),
  })
  const without = people.filter((person) => !emailsOf(person.fields)[0]?.value.address).length
  const mail = mailTo(subject, text, addresses)
  return (
    <div class="stack tight">
      {people.length > 0 && (
        <p>{new Intl.ListFormat(language).format(people.map((person) => person.label).filter(Boolean))}</p>
      )}
      {unsaid > 0 && <p class="secondary">{t('meetings.unsaid', { count: unsaid })}</p>}
      {mayWrite ? (
        <TextArea label={t('meetings.letter.label')} value={text} lang={readers.language} onInput={setText} />
      ) : (
        <p class="card written" lang={readers.language}>
          {text}
        </p>
      )}
      {addresses.length > 0 && without > 0 && (
        <p class="secondary">{t('meetings.withoutEmail', { count: without })}</p>
      )}
      <Buttons column>
        <CopyButton text={text} copied={t('meetings.copied')}>
          {t('meetings.copy')}
        </CopyButton>
        {'share' in navigator && (
          <Button icon="share" onPress={() => share(text)}>
            {t('meetings.share')}
          </Button>
        )}
        {mail ? (
          <LinkButton primary={isOnly} icon="mail" to={mail}>
            {t('ui.email.write')}
          </LinkButton>
        ) : (
          <p>{t('meetings.tooLong')}</p>
        )}
      </Buttons>
    </div>
  )
}

type GroupProps = { event: Row; shown: Shown; readers: Readers; isOnly: boolean }

function Group({ event, shown, readers, isOnly }: GroupProps): JSX.Element {
  const { t, language } = useText()
  const words = useTextIn(readers.language)
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(readers.language) ?? readers.language
  const title =
    readers.people.length > 0
      ? t('meetings.readers', { count: readers.people.length, language: name })
      : languageNames[readers.language]
  return (
    <Section title={title}>
      {words && (
        <Letter
          event={event}
          readers={readers}
          words={words}
          first={letterFor(event, shown, readers.language, words.t)}
          isOnly={isOnly}
        />
      )}
    </Section>
  )
}

const nobody = (language: Language): Readers => ({ language, people: [], addresses: [], unsaid: 0 })

type LettersProps = { event: Row; shown: Shown; people: readonly Row[] }

function Letters({ event, shown, people }: LettersProps): JSX.Element {
  const { t, language } = useText()
  const mayWrite = useMayWrite()
  const [more, setMore] = useState<ReadonlySet<string>>(new Set(people.length > 0 ? [] : [language]))
  const readers = readersOf(people, language)
  const others = languages.filter((one) => !readers.some((group) => group.language === one))
  const all = [...readers, ...others.filter((one) => more.has(one)).map(nobody)]
  const tick = (one: Language, on: boolean): void =>
    setMore((before) => new Set([...before].filter((chosen) => chosen !== one).concat(on ? [one] : [])))
  return (
    <div class="page stack">
      {people.length === 0 && <p>{t('meetings.nobodyInvited')}</p>}
      {people.length > 0 && mayWrite && <p>{t('meetings.inviteHint')}</p>}
      {others.length > 0 && (
        <Ticks
          legend={t('meetings.otherLanguage')}
          choices={others.map((one) => ({ value: one, label: languageNames[one] }))}
          ticked={more}
          onTick={tick}
        />
      )}
      {all.map((group) => (
        <Group key={group.language} event={event} shown={shown} readers={group} isOnly={all.length === 1} />
      ))}
    </div>
  )
}

/** Invites to an event, or to one date of a series, each person in a language that this person reads. */
export function Invite({ params }: { params: { id?: string; day?: string } }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const { id = '', day = '' } = params
  const found = useLive(async () => {
    const event = await rowOf(notebook, id)
    if (event?.kind !== 'event' || event.list === 'bin') return undefined
    const shown = dateOf(event.fields, await occurrencesOf(notebook, id), day, notebook.now())
    if (!shown) return undefined
    return { event, shown, people: (await listInvited(notebook, event.fields, shown.original)).people }
  }, [notebook, id, day])
  return (
    <Page title={t('meetings.invite')} parent={day ? `/events/${id}/dates/${day}` : `/events/${id}`}>
      {found && <Letters key={`${id} ${day}`} {...found} />}
    </Page>
  )
}
