import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { useReader } from '../../db/own-words.ts'
import { textOf } from '../../records/fields.ts'
import type { Need } from '../../records/translation.ts'
import type { Language } from '../../shared/language.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useKindKey } from '../../ui/feature.ts'
import { useGrowing } from '../../ui/longlist.tsx'
import { writtenIn } from '../../ui/own-words.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { listNeeds, type Needing, type Needs } from './needs.ts'

const countKeys: { readonly [language in Language]: TextKey } = {
  de: 'translate.needs.de',
  en: 'translate.needs.en',
  pl: 'translate.needs.pl',
  hu: 'translate.needs.hu',
}

const needKeys: { readonly [need in Need]?: TextKey } = {
  stale: 'translate.isStale',
  unchecked: 'translate.isUnchecked',
}

function NeedRow({ needing, language }: { needing: Needing; language: Language }): JSX.Element {
  const { t } = useText()
  const kindKey = useKindKey()
  const { row, need } = needing
  const [kind, needKey] = [kindKey(row.kind), needKeys[need]]
  const written = textOf(row.fields, 'language')
  const detail = [kind && t(kind), needKey ? t(needKey) : writtenIn(written, t)].filter(Boolean).join(' · ')
  return (
    <Row to={href(`/translate/${row.id}/${language}`)} detail={detail}>
      <strong lang={written}>{row.label || (kind && t(kind))}</strong>
    </Row>
  )
}

function NeedsOf({ needs }: { needs: Needs }): JSX.Element | null {
  const { t } = useText()
  const { language, fresh, older } = needs
  const [all, setAll] = useState(false)
  const shown = all ? [...fresh, ...older] : fresh
  const growing = useGrowing(shown.length, language)
  if (fresh.length + older.length === 0) return null
  return (
    <Section title={t(countKeys[language], { count: shown.length })}>
      <div class="stack tight">
        {shown.length > 0 && (
          <Rows>
            {shown.slice(0, growing.shown).map((needing) => (
              <NeedRow key={needing.row.id} needing={needing} language={language} />
            ))}
          </Rows>
        )}
        {growing.more}
        {!all && older.length > 0 && (
          <Button icon="clock" onPress={() => setAll(true)}>
            {t('translate.older', { number: older.length })}
          </Button>
        )}
      </div>
    </Section>
  )
}

/** What waits for a translation into the languages that somebody here translates into. */
export function TranslateList(): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const reader = useReader(language)
  const wanted = reader?.translates.join()
  const needs = useLive(async () => listNeeds(notebook, reader?.translates ?? []), [notebook, wanted])
  if (!reader || !needs) return null
  const isSaid = reader.translates.length > 0
  const some = needs.filter(({ fresh, older }) => fresh.length + older.length > 0)
  return (
    <Page title={t('translate.title')} parent="/more">
      <div class="page stack">
        {some.length === 0 && (
          <Empty picture="door-language" words={t(isSaid ? 'translate.nothing' : 'translate.sayFirst')} />
        )}
        {some.map((one) => (
          <NeedsOf key={one.language} needs={one} />
        ))}
        <LinkButton icon="book-open" to={href('/glossary')}>
          {t('translate.glossary')}
        </LinkButton>
        <LinkButton primary={!isSaid} icon="languages" to={href('/translate/languages')}>
          {t('translate.languages')}
        </LinkButton>
      </div>
    </Page>
  )
}
