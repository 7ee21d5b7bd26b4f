import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { listOf, rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { wordsFor } from '../../db/own-words.ts'
import { textOf } from '../../records/fields.ts'
import { idea as kind } from '../../records/kinds/idea.ts'
import { needOf } from '../../records/translation.ts'
import { mailTo } from '../../shared/mail-to.ts'
import { languageNames, languages, type Language } from '../../shared/language.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { CopyButton } from '../../ui/contact-lines.tsx'
import { share } from '../../ui/hand-out.ts'
import { OwnWordsLine } from '../../ui/own-words.tsx'
import { Page } from '../../ui/page.tsx'
import { useText } from '../../ui/text.ts'
import { useTextIn } from '../../ui/text-in.ts'
import { headOf, languageOfTown, partnerText } from './partner-text.ts'
import { AnswerList } from './answer-list.tsx'
import { useSheet } from './sheet.ts'

const canShare = (): boolean => 'share' in navigator

/** The ways in which the text can leave; the last one is the widest that this device has. */
function Ways({ title, text }: { title: string; text: string }): JSX.Element {
  const { t } = useText()
  const mail = mailTo(title, text)
  const isShared = canShare()
  return (
    <>
      {!mail && <p>{t('ideas.send.tooLong')}</p>}
      <Buttons column>
        <CopyButton text={text} copied={t('ideas.send.copied')}>
          {t('ideas.send.copy')}
        </CopyButton>
        {mail && (
          <LinkButton icon="mail" primary={!isShared} to={mail}>
            {t('ideas.send.mail')}
          </LinkButton>
        )}
        {isShared && (
          <Button icon="share" primary onPress={async () => void (await share({ title, text }))}>
            {t('ideas.send.share')}
          </Button>
        )}
      </Buttons>
    </>
  )
}

type TranslationProps = {
  id: string
  words: ReturnType<typeof wordsFor>
  fields: Row['fields']
  language: Language
}

/** Who translated what goes out, and the way to do it where it has not been done. */
function Translation({ id, words, fields, language }: TranslationProps): JSX.Element {
  const said = {
    ...words,
    written: textOf(fields, 'language'),
    isStrange: words.translated !== undefined && !words.isWhole,
    into: textOf(fields, 'language') && needOf(kind, fields, language) ? [language] : [],
    isOriginal: false,
  }
  return <OwnWordsLine id={id} words={said} />
}

function Inside({ idea, first }: { idea: Row; first: Language }): JSX.Element {
  const { t } = useText()
  const [language, setLanguage] = useState(first)
  const words = wordsFor(idea, language)
  const written = useSheet(words.row, useTextIn(language))
  const sheet = written && { ...written, isTranslated: words.isWhole }
  const isThere = sheet?.language === language
  return (
    <div class="page stack">
      <p>{t('ideas.send.explain')}</p>
      <Choices
        legend={t('ideas.send.language')}
        beside="narrow"
        value={language}
        onChoose={setLanguage}
        choices={languages.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
      />
      {isThere && (
        <>
          <Translation id={idea.id} words={words} fields={idea.fields} language={language} />
          <article class="stack">
            <p class="written" lang={language}>
              {headOf(sheet)}
            </p>
            <AnswerList sheet={sheet} langOf={words.langOf} />
          </article>
          <Ways key={language} title={words.row.label || t('ideas.unnamed')} text={partnerText(sheet)} />
        </>
      )}
    </div>
  )
}

/** Gives an idea sheet to the other side as a text, with the questions in their language. */
export function SendIdea({ params }: { params: { id?: string } }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const id = params.id ?? ''
  const found = useLive(async () => {
    const idea = await rowOf(notebook, id)
    const town = idea ? textOf(idea.fields, 'town') : ''
    return idea && { idea, theirs: languageOfTown(town, await listOf(notebook, 'person'), language) }
  }, [notebook, id, language])
  return (
    <Page title={t('ideas.send.short')} parent={`/ideas/${id}`}>
      {found && <Inside key={id} idea={found.idea} first={found.theirs ?? language} />}
    </Page>
  )
}
