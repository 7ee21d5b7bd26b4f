import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { throwAway } from '../../db/held.ts'
import { useNotebook } from '../../db/notebook.ts'
import { textOf } from '../../records/fields.ts'
import type { Fields } from '../../shared/value.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { href, replace } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { editsOf } from './answers.ts'
import { dateWords } from './date-words.ts'
import { MoreFields } from './more-fields.tsx'
import { NextSteps } from './next-steps.tsx'
import { usePeopleOf } from './people.tsx'
import { photosOf, usePhotosOf } from './photos.ts'
import { addressOf, type AskStep } from './questions.ts'
import type { StepProps } from './way.ts'
import { typeWord } from './words.ts'

type AnswerProps = { visit: string; step: AskStep; name: string; children: ComponentChildren }

function Answer({ visit, step, name, children }: AnswerProps): JSX.Element {
  const { t } = useText()
  return (
    <li class="check">
      <div>
        <h2 class="eyebrow">{name}</h2>
        {children}
      </div>
      <LinkButton icon="pencil" to={href(addressOf(visit, step))}>
        {t('visits.change')} <span class="unseen">{name}</span>
      </LinkButton>
    </li>
  )
}

function Given({ text, lang }: { text: string; lang?: string }): JSX.Element {
  const { t } = useText()
  if (!text) return <p class="secondary">{t('visits.nothing')}</p>
  return (
    <p class="written" {...(lang ? { lang } : {})}>
      {text}
    </p>
  )
}

function AllAnswers({ visit, values }: { visit: string; values: Fields }): JSX.Element {
  const { t, language } = useText()
  const people = usePeopleOf(values)
  const photos = usePhotosOf(visit) ?? []
  const who = [people.map((person) => person.label).join(', '), textOf(values, 'town')]
  return (
    <ul class="card checks">
      <Answer visit={visit} step="kind" name={t('visits.kindName')}>
        <Given text={typeWord(values, t)} />
      </Answer>
      <Answer visit={visit} step="when" name={t('visits.whenName')}>
        <Given text={dateWords(values, language)} />
      </Answer>
      <Answer visit={visit} step="who" name={t('visits.whoName')}>
        <Given text={who.filter(Boolean).join('\n')} />
      </Answer>
      <Answer visit={visit} step="what" name={t('visits.whatName')}>
        <Given text={textOf(values, 'story').trim()} lang={textOf(values, 'language')} />
      </Answer>
      <Answer visit={visit} step="photos" name={t('visits.photosName')}>
        <Given text={photos.length > 0 ? t('visits.photoCount', { count: photos.length }) : ''} />
      </Answer>
    </ul>
  )
}

/** All answers once more; only from here the visit is saved. */
export function CheckPage({ form, onEnding }: StepProps): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const [more, setMore] = useState(false)
  const { record, values, set } = form
  const done = async (): Promise<void> => {
    onEnding(true)
    try {
      const [photo] = await photosOf(notebook, record)
      await form.commit((answers) => editsOf(record, photo?.id ?? '', answers))
      replace(`/visits/${record}`)
    } catch (error) {
      onEnding(false)
      throw error
    }
  }
  const toBin = async (): Promise<void> => {
    const takeBack = await throwAway(notebook, record)
    offerUndo(t('visits.thrownAway'), takeBack)
  }
  return (
    <>
      <h1>{t('visits.askCheck')}</h1>
      <AllAnswers visit={record} values={values} />
      <NextSteps values={values} set={set} />
      {more ? (
        <MoreFields values={values} set={set} />
      ) : (
        <Button icon="list" onPress={() => setMore(true)}>
          {t('visits.enterMore')}
        </Button>
      )}
      <FormEnd state={form.state} done={t('visits.done')} onDone={done} />
      <Buttons column>
        <Button danger icon="trash-2" onPress={toBin}>
          {t('visits.throwAway')}
        </Button>
      </Buttons>
    </>
  )
}
