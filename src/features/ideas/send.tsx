import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { listOf, rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { mailTo } from '../../shared/mail-to.ts'
import { languageNames, languages, type Language } from '../../shared/language.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { CopyButton } from '../../ui/contact-lines.tsx'
import { share } from '../../ui/hand-out.ts'
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

function Inside({ idea, first }: { idea: Row; first: Language }): JSX.Element {
  const { t } = useText()
  const [language, setLanguage] = useState(first)
  const sheet = useSheet(idea, useTextIn(language))
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
          <article class="stack">
            <p class="written" lang={language}>
              {headOf(sheet)}
            </p>
            <AnswerList sheet={sheet} langOf={() => textOf(sheet.fields, 'language')} />
          </article>
          <Ways key={language} title={idea.label || t('ideas.unnamed')} text={partnerText(sheet)} />
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
